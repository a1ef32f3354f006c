import type { Metadata } from "next"
import { BatchAnswer } from "@/components/moderation/batch-answer"
import { BatchList } from "@/components/moderation/batch-list"
import { BulkForm } from "@/components/moderation/bulk-form"
import { BulkPreviewed } from "@/components/moderation/bulk-previewed"
import { NarrowScope, OlderThan } from "@/components/moderation/bulk-scope-form"
import { DeskRooms } from "@/components/moderation/desk-rooms"
import { requireStaff } from "@/lib/auth/viewer"
import { bulkAnswer } from "@/lib/moderation/bulk/answer"
import { getBatch, listRecentBatches } from "@/lib/moderation/bulk/batches"
import { wantedVerdict } from "@/lib/moderation/bulk/input"
import { findOccasion, previewBulk } from "@/lib/moderation/bulk/preview"
import { type BulkScope, mostChosen, scopeAddress } from "@/lib/moderation/bulk/scope-address"
import { parseScope } from "@/lib/moderation/bulk/scope-input"
import { scopeWords } from "@/lib/moderation/bulk/scope-words"
import { encodeSeen } from "@/lib/moderation/bulk/seen-list"
import { decideBulkAction } from "./actions"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Decide about many comments" }

type Asked = Record<string, string | string[] | undefined>
type Props = { searchParams: Promise<Asked> }

export default async function BulkPage({ searchParams }: Props) {
  const staff = await requireStaff("comments.moderate")
  const asked = await searchParams
  const scope = parseScope(asked)
  const wanted = wantedVerdict.parse(asked.decision)
  const answer = bulkAnswer.parse(asked)
  const occasionId = scope?.kind === "author" || scope?.kind === "network" ? scope.comment : null
  const [preview, occasion, batch, recent] = await Promise.all([
    scope && previewBulk(staff, scope),
    occasionId === null ? null : findOccasion(staff, occasionId),
    answer.done === null ? null : getBatch(staff, answer.done),
    listRecentBatches(staff),
  ])

  return (
    <div className="flex flex-col gap-6 *:not-first:max-w-4xl">
      <header>
        <DeskRooms current="bulk" heading={<h1 className="font-headline text-3xl">Decide about many</h1>} />
      </header>
      <BatchAnswer batch={batch} answer={answer} back="bulk" action={decideBulkAction} />
      {scope && preview ? (
        <>
          <section aria-labelledby="scope" className="flex flex-col gap-4">
            <h2 id="scope" className="font-ui text-lg font-semibold">
              {scopeWords(scope)}
            </h2>
            <ScopeNote scope={scope} occasion={occasion} />
            {scope.kind === "chosen" ? null : <NarrowScope scope={scope} />}
            <BulkForm
              preview={preview}
              wanted={wanted}
              seen={encodeSeen(preview.seen)}
              scope={String(scopeAddress(scope))}
              unreasoned={answer.refused === "no-reason"}
              action={decideBulkAction}
            />
          </section>
          <BulkPreviewed preview={preview} />
        </>
      ) : (
        <>
          {isAsking(asked) ? (
            <p role="alert" className="border-s-4 border-danger bg-raised px-4 py-3">
              That selection was not understood. At most {mostChosen} comments can be chosen by hand.
            </p>
          ) : null}
          <OlderThan />
        </>
      )}
      <BatchList batches={recent} back="bulk" action={decideBulkAction} />
    </div>
  )
}

type NoteProps = { scope: BulkScope; occasion: Awaited<ReturnType<typeof findOccasion>> }

function ScopeNote({ scope, occasion }: NoteProps) {
  if (scope.kind !== "author" && scope.kind !== "network") return null
  if (!occasion) return <p>That comment is not there any more, or its author has deleted it.</p>
  return (
    <>
      <p className="text-sm text-ink-soft">
        The comment is by <bdi className="font-semibold text-ink">{occasion.name}</bdi> on{" "}
        <bdi className="text-ink">{occasion.title}</bdi>. The same{" "}
        {scope.kind === "author" ? "address" : "network"} may have used other names.
      </p>
      {scope.kind === "network" ? (
        <p className="text-sm text-ink-soft">
          {occasion.networkKept
            ? "Networks are told apart by the day: what came from there on another day is not among these. A network can be a whole school or office."
            : "Where this comment came from is no longer kept: networks are forgotten after two days."}
        </p>
      ) : null}
    </>
  )
}

function isAsking(asked: Asked): boolean {
  return asked.ids !== undefined || asked.scope !== undefined
}
