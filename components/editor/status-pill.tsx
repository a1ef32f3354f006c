import type { PostStatus } from "@/lib/documents/post-statuses"
import type { Proposal } from "@/lib/posts/workflow"

export const statusNames: Record<PostStatus, string> = {
  draft: "Draft",
  in_review: "In review",
  changes_asked: "Changes requested",
  approved: "Approved",
  scheduled: "Scheduled",
  published: "Published",
  withdrawn: "Withdrawn",
}

type Props = {
  status: PostStatus
  /** Of a published story: whether newer words of it were handed in or sent back. */
  proposal?: Proposal | null
}

/** Where a story stands. */
export function StatusPill({ status, proposal = null }: Props) {
  return (
    <span
      className={`inline-block rounded-full border px-2.5 text-xs leading-5 font-semibold whitespace-nowrap ${proposal ? looks[proposal] : looks[status]}`}
    >
      {proposal ? proposalNames[proposal] : statusNames[status]}
    </span>
  )
}

const proposalNames: Record<Proposal, string> = {
  in_review: "Change proposed",
  changes_asked: "Change sent back",
}

const looks: Record<PostStatus, string> = {
  draft: "border-edge text-ink-soft",
  in_review: "border-accent text-accent",
  changes_asked: "border-accent bg-accent text-paper",
  approved: "border-accent text-ink",
  scheduled: "border-ink text-ink",
  published: "border-ink bg-ink text-paper",
  withdrawn: "border-dashed border-edge text-ink-soft",
}
