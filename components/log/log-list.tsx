import { Fragment } from "react"
import { EventSentence } from "@/components/log/event-sentence"
import { When } from "@/components/moderation/when"
import type { LogEntry } from "@/lib/audit/log/types"
import { versionWords } from "@/lib/audit/log/version-words"
import { reasonForDesk } from "@/lib/comments/reasons"
import { rolesInWords } from "@/lib/staff/messages"

/** What was decided and done, newest first: who, what, about what, why, when. */
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
            <EventSentence entry={entry} />
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

function Details({ entry }: { entry: LogEntry }) {
  const { reason, batch, action, settings, roles } = entry
  const parts = [
    roles.length > 0 ? `${action === "roles_changed" ? "now" : "as"} ${rolesInWords(roles)}` : "",
    reason ? reasonForDesk(reason) : "",
    versionWords(entry),
    batch?.about ?? "",
    batch?.undone && action !== "undone" ? "undone since" : "",
  ].filter(Boolean)
  const undoable = batch && batch.count > 1 && batch.undoable && !batch.undone && action !== "undone"
  return (
    <>
      <p className="text-ink-soft [overflow-wrap:anywhere]" dir="auto">
        {settings.map(({ label, was, is }, index) => (
          <Fragment key={label}>
            {index > 0 ? " · " : ""}
            {label}: <bdi>{was || "nothing"}</bdi> → <bdi>{is || "nothing"}</bdi>
          </Fragment>
        ))}
        {settings.length > 0 && parts.length > 0 ? " · " : ""}
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
function numbers({ seq, undoes, comment, story, batch }: LogEntry): string {
  const about = story
    ? `story ${story.id}`
    : comment && !(batch && batch.count > 1)
      ? `comment ${comment.id}`
      : ""
  const back = undoes?.seq ? `takes back #${undoes.seq}` : ""
  return [about, back, seq === null ? "not chained yet" : `#${seq}`].filter(Boolean).join(" · ")
}
