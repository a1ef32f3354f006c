import { buttonClass } from "@/components/ui/button"
import { timeAgo } from "@/lib/time-ago"

/** What readers wait for most: that somebody reads their comments. */
export function WaitingComments({
  count,
  most,
  oldest,
}: {
  count: number
  most: number
  oldest: Date | null
}) {
  if (count === 0 || !oldest) return <p className="mt-2 text-sm text-ink-soft">No comment waits.</p>
  return (
    <div className="mt-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <p className="text-sm">
        <strong className="me-1.5 text-2xl font-bold tabular-nums">
          {count < most ? count : `${most}+`}
        </strong>
        {count === 1 ? "comment waits" : "comments wait"}, the oldest sent{" "}
        <time dateTime={oldest.toISOString()}>{timeAgo(oldest)}</time>
      </p>
      <a href="/desk/comments" className={buttonClass({ small: true })}>
        Read them
      </a>
    </div>
  )
}
