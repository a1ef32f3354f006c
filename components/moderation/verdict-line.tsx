import { reasonForDesk } from "@/lib/comments/reasons"
import { permalink } from "@/lib/comments/thread/pages"
import type { QueueItem } from "@/lib/moderation/types"
import { When } from "./when"

/** What was decided, by whom, when and why; a shown comment is one press away. */
export function VerdictLine({ item }: { item: QueueItem }) {
  const { standing, denial, post } = item
  if (!standing) return null
  return (
    <p className="min-w-0 font-ui text-sm text-ink-soft max-md:text-xs">
      <strong className="text-ink">{words[standing.verdict]}</strong> by <bdi>{standing.by}</bdi>,{" "}
      <When date={standing.at} />
      {standing.reason ? `: ${reasonForDesk(standing.reason)}` : null}
      {standing.line ? (
        <>
          {" · "}told its author: <q dir="auto">{standing.line}</q>
        </>
      ) : null}
      {denial ? (
        <>
          {" · "}appeal denied by <bdi>{denial.by}</bdi>, <When date={denial.at} />
        </>
      ) : null}
      {standing.verdict === "approved" ? (
        <>
          {" · "}
          <a href={permalink(post.slug, item.id)} className="text-ink underline">
            See it on the page
          </a>
        </>
      ) : null}
    </p>
  )
}

const words = { approved: "Approved", rejected: "Rejected", spam: "Spam" }
