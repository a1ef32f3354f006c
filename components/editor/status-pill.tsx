import type { PostStatus } from "@/lib/documents/post-statuses"

export const statusNames: Record<PostStatus, string> = {
  draft: "Draft",
  in_review: "In review",
  changes_asked: "Changes asked",
  approved: "Approved",
  scheduled: "Scheduled",
  published: "Published",
  withdrawn: "Withdrawn",
}

/** Where a story stands. */
export function StatusPill({ status }: { status: PostStatus }) {
  return (
    <span
      className={`inline-block rounded-full border px-2.5 text-xs leading-5 font-semibold whitespace-nowrap ${looks[status]}`}
    >
      {statusNames[status]}
    </span>
  )
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
