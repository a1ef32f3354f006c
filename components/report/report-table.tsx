import { reasonForDesk } from "@/lib/comments/reasons"
import type { ModerationCounts } from "@/lib/moderation/transparency/shape"
import { duration } from "@/lib/text/duration"

/** The two stretches of time beside each other; what never happened in either is left out where it is a detail. */
export function ReportTable({ short, long }: { short: ModerationCounts; long: ModerationCounts }) {
  const group = (title: string, lines: Line[]) => (
    <tbody key={title}>
      <tr>
        <th scope="rowgroup" colSpan={3} className="pt-6 pb-1 text-start font-headline text-xl font-normal">
          {title}
        </th>
      </tr>
      {lines
        .filter(({ detail, of }) => !detail || of(short) !== 0 || of(long) !== 0)
        .map(({ name, detail, of }) => (
          <tr key={name} className="border-t border-rule">
            <th
              scope="row"
              className={`py-2 pe-3 text-start font-normal ${detail ? "ps-5 text-ink-soft" : ""}`}
            >
              {name}
            </th>
            <Cell>{of(short)}</Cell>
            <Cell>{of(long)}</Cell>
          </tr>
        ))}
    </tbody>
  )
  return (
    <table className="mt-2 w-full max-w-measure font-ui text-base">
      <thead>
        <tr>
          <td />
          <th scope="col" className="py-2 text-end text-sm text-ink-soft">
            <bdi>{short.days} days</bdi>
          </th>
          <th scope="col" className="py-2 ps-4 text-end text-sm text-ink-soft">
            <bdi>{long.days} days</bdi>
          </th>
        </tr>
      </thead>
      {group("What arrived", arrivals)}
      {group("What moderators decided", [...decisions(long), waiting])}
      {group("What readers and authors did", people)}
    </table>
  )
}

type Line = { name: string; detail?: boolean; of: (counts: ModerationCounts) => number | string }

const arrivals: Line[] = [
  { name: "Comments", of: (counts) => counts.arrived },
  { name: "Appeared at once", detail: true, of: (counts) => counts.shownAtOnce },
  { name: "Waited for a moderator", detail: true, of: (counts) => counts.held },
  {
    name: "Looked like spam to the rules, and waited apart",
    detail: true,
    of: (counts) => counts.caughtAsSpam,
  },
  { name: "Appeared when the author proved the address", detail: true, of: (counts) => counts.shownByProof },
]

function decisions({ rejectedFor }: ModerationCounts): Line[] {
  return [
    { name: "Approved", of: (counts) => counts.approved },
    { name: "Rejected", of: (counts) => counts.rejected },
    ...rejectedFor.map(({ reason }) => ({
      name: reasonForDesk(reason) || "Without a reason",
      detail: true,
      of: (counts: ModerationCounts) => counts.rejectedFor.find((one) => one.reason === reason)?.count ?? 0,
    })),
    { name: "Taken for spam", of: (counts) => counts.markedSpam },
    { name: "Comments with words blacked out", of: (counts) => counts.blackedOut },
    { name: "Decisions taken back", of: (counts) => counts.undone },
  ]
}

const waiting: Line = {
  name: "Half of those that waited were decided within",
  of: ({ medianWait }) => (medianWait === null ? "–" : duration(medianWait)),
}

const people: Line[] = [
  { name: "Reports by readers", of: (counts) => counts.reports },
  { name: "Answered by a decision", detail: true, of: (counts) => counts.reportsAnswered },
  { name: "Hidden until a moderator looked", detail: true, of: (counts) => counts.hidden },
  { name: "Appeals by authors", of: (counts) => counts.appeals },
  { name: "Granted: the comment appeared", detail: true, of: (counts) => counts.appealsGranted },
  { name: "Denied", detail: true, of: (counts) => counts.appealsDenied },
  { name: "Deleted by their authors", of: (counts) => counts.deletedByAuthor },
]

function Cell({ children }: { children: number | string }) {
  const text = typeof children === "number" ? children.toLocaleString("en-GB") : children
  return (
    <td className="py-2 ps-4 text-end align-top tabular-nums">
      <bdi>{text}</bdi>
    </td>
  )
}
