import { When } from "@/components/moderation/when"
import { reasonForDesk } from "@/lib/comments/reasons"
import type { LogEntry } from "@/lib/moderation/log/queries"
import { sentenceOf } from "@/lib/moderation/log/sentence"

/** The decisions, newest first: who, what, about what, why, when. */
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
            <Deed entry={entry} />
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

/** "Ana approved a comment by Marek on The pool opens again." */
export function Deed({ entry }: { entry: LogEntry }) {
  const { who, did, what, by, on } = sentenceOf(entry)
  return (
    <>
      <bdi>{who}</bdi> <strong className="font-semibold">{did}</strong>
      {what ? (
        <>
          {" "}
          <a href={leadsTo(entry)} className="whitespace-nowrap underline">
            {what}
          </a>
        </>
      ) : null}
      {by ? (
        <>
          {" "}
          by <bdi>{by}</bdi>
        </>
      ) : null}
      {on ? (
        <>
          {" "}
          on <bdi>{on}</bdi>
        </>
      ) : null}
    </>
  )
}

function leadsTo({ batch, comment }: LogEntry): string {
  if (batch && batch.count > 1) return `/desk/log?batch=${batch.id}`
  return `/desk/comments?done=${comment?.id}#comment-${comment?.id}`
}

function Details({ entry }: { entry: LogEntry }) {
  const { reason, version, batch, action, settings } = entry
  const parts = [
    ...settings.map(({ label, was, is }) => `${label}: ${was || "nothing"} → ${is || "nothing"}`),
    reason ? reasonForDesk(reason) : "",
    version !== null && version > 1 ? `version ${version} of the text` : "",
    batch?.about ?? "",
    batch?.undone && action !== "undone" ? "taken back since" : "",
  ].filter(Boolean)
  const undoable = batch && batch.count > 1 && batch.undoable && !batch.undone && action !== "undone"
  return (
    <>
      <p className="text-ink-soft [overflow-wrap:anywhere]" dir="auto">
        {parts.join(" · ")}
        {undoable ? (
          <>
            {" · "}
            <a href={`/desk/comments/bulk?done=${batch.id}`} className="underline">
              undo
            </a>
          </>
        ) : null}
      </p>
      <p className="text-xs text-ink-soft tabular-nums md:text-end">{numbers(entry)}</p>
    </>
  )
}

/** Where it stands in the chain, for whoever compares: the words above say what it was. */
function numbers({ seq, undoes, comment, batch }: LogEntry): string {
  const about = comment && !(batch && batch.count > 1) ? `comment ${comment.id}` : ""
  const back = undoes?.seq ? `takes back #${undoes.seq}` : ""
  return [about, back, seq === null ? "not chained yet" : `#${seq}`].filter(Boolean).join(" · ")
}
