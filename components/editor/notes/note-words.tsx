import { timeAgo } from "@/lib/text/time-ago"

/** What somebody said, and when. */
export function NoteWords({ by, at, body }: { by: string; at: string; body: string }) {
  return (
    <>
      <p dir="auto" className="mt-1 whitespace-pre-line wrap-anywhere">
        {body}
      </p>
      <p className="text-xs text-ink-soft">
        <bdi>{by}</bdi>, {/* A minute can pass between the server's words and the browser's. */}
        <time dateTime={at} suppressHydrationWarning>
          {timeAgo(new Date(at))}
        </time>
      </p>
    </>
  )
}
