import type { ReactNode } from "react"
import { reasonForDesk } from "@/lib/comments/reasons"
import { historyLimit, type QueueItem } from "@/lib/moderation/types"
import { RiskScore } from "./risk-score"
import { When } from "./when"

/** What a moderator wants to know before deciding: why it waits, who has spoken up, who is talking. */
export function CardContext({ item, said }: { item: QueueItem; said: string | null }) {
  const { heldFor, findings, reports, website } = item
  const found = findings.map(({ reason }) => reason)
  // Not a reader's report: the checks put it there.
  const reasons = reports.reasons.filter((reason) => reason !== "address")
  const reported = reports.count - (reports.reasons.length - reasons.length)
  const why = heldFor && heldFor !== said && !found.includes(heldFor) ? heldFor : null
  return (
    <dl className="flex flex-col gap-1 font-ui text-sm text-ink-soft">
      {item.score === null ? null : (
        <Line term="Filter">
          <RiskScore score={item.score} contributions={item.contributions} />
        </Line>
      )}
      {why ? (
        <Line term={item.status === "pending" ? "Waits because" : "Waited because"}>
          {reasonForDesk(why)}
        </Line>
      ) : null}
      {findings.length > 0 ? (
        <Line term={findings.length === 1 ? "Check" : "Checks"}>
          <ul>
            {findings.map(({ check, reason, evidence }) => (
              <li key={check}>
                {reasonForDesk(reason)}
                {evidence ? (
                  <>
                    : <bdi className="text-ink [overflow-wrap:anywhere]">{evidence}</bdi>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        </Line>
      ) : null}
      {reasons.length < reports.reasons.length ? (
        <Line term="Look at this">
          It appeared although something is held against the address: nobody has proved that it is theirs.
        </Line>
      ) : null}
      {reported > 0 ? (
        <Line term={reported === 1 ? "1 report" : `${reported} reports`}>
          <span className="text-danger">{reasons.join(", ")}</span>
          {reports.notes.map((note) => (
            <q key={note} dir="auto" className="ms-2 text-ink [overflow-wrap:anywhere]">
              {note}
            </q>
          ))}
        </Line>
      ) : null}
      {website ? (
        <Line term="Website">
          {/* Shown, not linked: nobody follows a spammer's address by accident. */}
          <bdi className="[overflow-wrap:anywhere]">{website}</bdi>
        </Line>
      ) : null}
      <History item={item} />
      {item.editedAt ? (
        <Line term="Changed by its author">
          <When date={item.editedAt} />
        </Line>
      ) : null}
    </dl>
  )
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-1.5">
      <dt className="font-semibold">{term}:</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}

function History({ item: { history } }: { item: QueueItem }) {
  const parts = [
    [history.approved, "approved"],
    [history.rejected, "rejected"],
    [history.spam, "spam"],
    [history.waiting, "waiting"],
  ] as const
  const told = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  if (told.length === 0 || !history.firstSeen)
    return <Line term="Author">first comment from this address</Line>
  const counted = parts.reduce((sum, [count]) => sum + count, 0)
  return (
    <Line term="Earlier from this address">
      {told.join(", ")}
      {counted >= historyLimit ? ` (of the newest ${historyLimit})` : null}; first seen{" "}
      <When date={history.firstSeen} />
    </Line>
  )
}
