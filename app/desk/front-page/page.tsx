import type { Metadata } from "next"
import { Panel } from "@/components/desk/panel"
import { FrontPageForm } from "@/components/front/front-page-form"
import { When } from "@/components/moderation/when"
import { requireStaff } from "@/lib/auth/viewer"
import { emptySection, leadHidden } from "@/lib/front/messages"
import { getFrontDraft, listFrontChoices, listKeptOff } from "@/lib/front/queries"
import { sectionValues } from "@/lib/front/section-values"
import { getSettings } from "@/lib/settings/queries"
import { localOf } from "@/lib/text/local-moment"
import { frontPageAction } from "./actions"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Front page" }

export default async function FrontPageDesk() {
  const staff = await requireStaff("front-page.manage")
  const [draft, choices, keptOff, { timeZone }] = await Promise.all([
    getFrontDraft(staff),
    listFrontChoices(staff),
    listKeptOff(staff),
    getSettings(),
  ])
  const hasEnded = draft.leadUntil !== null && draft.leadUntil <= new Date()
  return (
    <div className="flex max-w-3xl flex-col gap-8">
      <header>
        <h1 className="font-headline text-3xl">Front page</h1>
        <p className="mt-2 max-w-measure text-sm text-ink-soft">
          {draft.isDraft
            ? "This is a draft. Readers see it once you publish it."
            : "This is what readers see."}
          {draft.saved ? (
            <>
              {" "}
              Last changed by <bdi>{draft.saved.by}</bdi>, <When date={draft.saved.at} />.
            </>
          ) : null}
        </p>
      </header>
      {draft.leadHidden && !hasEnded ? (
        <p className="border-s-4 border-danger bg-raised px-4 py-3">{leadHidden[draft.leadHidden]}</p>
      ) : null}
      {draft.emptySections.length > 0 ? (
        <ul className="flex flex-col gap-2 border-s-4 border-rule bg-raised px-4 py-3">
          {draft.emptySections.map((name) => (
            <li key={name}>{emptySection(name, draft.isDraft)}</li>
          ))}
        </ul>
      ) : null}
      <FrontPageForm
        action={frontPageAction}
        version={draft.version}
        isDraft={draft.isDraft}
        lead={{
          post: String((hasEnded ? null : draft.leadPostId) ?? ""),
          until: draft.leadUntil && !hasEnded ? localOf(draft.leadUntil, timeZone) : "",
        }}
        sections={draft.sections.map(sectionValues)}
        choices={choices}
        timeZone={timeZone}
      />
      <Panel title="Kept off the front page">
        {keptOff.length > 0 ? (
          <ul className="mt-2 flex flex-col gap-1 text-sm">
            {keptOff.map(({ id, title }) => (
              <li key={id}>
                <a href={`/desk/posts/${id}`} className="text-accent underline underline-offset-2" dir="auto">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        ) : (
          <p className="mt-1 text-sm text-ink-soft">
            No story. To keep one off, open it and choose so under “Front page”.
          </p>
        )}
      </Panel>
    </div>
  )
}
