import { When } from "@/components/moderation/when"
import { reasonForDesk } from "@/lib/comments/reasons"
import { actionWords, nobodysName } from "@/lib/log/actions"
import type { LogEntry } from "@/lib/log/queries"

/** The decisions, newest first: who, what, why, about what, when. */
export function LogList({ entries }: { entries: LogEntry[] }) {
  return (
    <ol className="mt-5 border-b border-rule text-sm">
      {entries.map((entry) => (
        <li
          key={entry.id}
          id={`event-${entry.id}`}
          className="grid gap-x-6 gap-y-0.5 border-t border-rule py-2.5 md:grid-cols-[minmax(0,1fr)_auto]"
        >
          <p className="text-ink [overflow-wrap:anywhere]">
            <Who entry={entry} /> <strong className="font-semibold">{actionWords[entry.action]}</strong>
            {entry.batch && entry.batch.count > 1 ? (
              <Batch batch={entry.batch} action={entry.action} />
            ) : (
              <About entry={entry} />
            )}
          </p>
          <p className="text-ink-soft md:text-end">
            <When date={entry.at} />
          </p>
          <Details entry={entry} />
        </li>
      ))}
    </ol>
  )
}

function Who({ entry: { by, action } }: { entry: LogEntry }) {
  return by === null ? (
    <>{nobodysName(action)}:</>
  ) : (
    <>
      <bdi>{by}</bdi>:
    </>
  )
}

function About({ entry: { comment } }: { entry: LogEntry }) {
  if (!comment) return null
  return (
    <>
      {": "}
      <a href={`/desk/comments?done=${comment.id}#comment-${comment.id}`} className="underline">
        comment {comment.id}
      </a>{" "}
      by <bdi>{comment.name}</bdi> on <bdi>{comment.title}</bdi>
    </>
  )
}

function Batch({ batch, action }: { batch: NonNullable<LogEntry["batch"]>; action: LogEntry["action"] }) {
  const decided = action !== "undone"
  return (
    <>
      {": "}
      <a href={`/desk/log?batch=${batch.id}`} className="underline">
        {batch.count.toLocaleString("en-GB")} comments
      </a>
      {decided && batch.undone ? " · taken back since" : null}
      {decided && !batch.undone && batch.undoable ? (
        <>
          {" · "}
          <a href={`/desk/comments/bulk?done=${batch.id}`} className="underline">
            undo
          </a>
        </>
      ) : null}
    </>
  )
}

function Details({ entry }: { entry: LogEntry }) {
  const { reason, version, undoes, batch, seq, settings } = entry
  const parts = [
    ...settings.map(({ label, was, is }) => `${label}: ${was || "nothing"} → ${is || "nothing"}`),
    reason ? reasonForDesk(reason) : "",
    version !== null && version > 1 ? `version ${version} of the text` : "",
    undoes ? `takes back event ${undoes}` : "",
    batch?.about ?? "",
  ].filter(Boolean)
  return (
    <>
      <p className="text-ink-soft [overflow-wrap:anywhere]" dir="auto">
        {parts.join(" · ")}
      </p>
      <p className="text-xs text-ink-soft tabular-nums md:text-end">
        {seq === null ? "not chained yet" : `#${seq}`}
      </p>
    </>
  )
}
