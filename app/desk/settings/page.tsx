import type { Metadata } from "next"
import { Panel } from "@/components/desk/panel"
import { When } from "@/components/moderation/when"
import { CommentMailForm } from "@/components/settings/comment-mail-form"
import { SettingsForm } from "@/components/settings/settings-form"
import { may, type Staff } from "@/lib/auth/staff"
import { requireStaff } from "@/lib/auth/viewer"
import { getCommentMail, getLastChange, getSettings, getSettingsVersion } from "@/lib/settings/queries"
import { languageChoices } from "@/lib/text/languages"
import { timeZones } from "@/lib/text/time-zone"
import { saveCommentMailAction, saveSettingsAction } from "./actions"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Settings" }

/** A person's own mail, and for admins the publication. Whoever does not decide about comments has nothing to set. */
export default async function SettingsPage() {
  const staff = await requireStaff("comments.moderate")
  return (
    <div className="panels-beside">
      <header className="mb-6 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 className="font-headline text-3xl">Settings</h1>
        {may(staff, "settings.manage") ? (
          <a href="/desk/settings/frame" className="text-sm text-accent underline underline-offset-2">
            Menu, footer and logo
          </a>
        ) : null}
      </header>
      <Panel title="For you">
        <CommentMailForm
          action={saveCommentMailAction}
          commentMail={await getCommentMail(staff)}
          email={staff.email}
        />
      </Panel>
      {may(staff, "settings.manage") ? <Publication staff={staff} /> : null}
    </div>
  )
}

async function Publication({ staff }: { staff: Staff }) {
  // Before the settings: at worst the version is older than what is shown, and the form is refused once too often.
  const version = await getSettingsVersion()
  const [settings, last] = await Promise.all([getSettings(), getLastChange(staff)])
  return (
    <section aria-labelledby="publication" className="mt-12">
      <h2 id="publication" className="font-headline text-2xl">
        For everybody
      </h2>
      <p className="mt-1 mb-6 text-sm text-ink-soft">
        {last ? (
          <>
            Last changed by <bdi>{last.by}</bdi>, <When date={last.at} />.
          </>
        ) : (
          "Nobody has changed anything here yet."
        )}
      </p>
      <SettingsForm
        action={saveSettingsAction}
        settings={settings}
        // A zone's older name, once chosen, is still there.
        zones={[...new Set([settings.timeZone, ...timeZones()])]}
        languages={languageChoices(settings.language)}
        version={version}
      />
    </section>
  )
}
