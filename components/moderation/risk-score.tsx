import type { QueueItem } from "@/lib/moderation/types"
import { thresholds } from "@/lib/spam/thresholds"

type Props = Pick<QueueItem, "score" | "contributions">

/** How much a comment looks like spam, in words and as a number, and what each word or signal adds to it. */
export function RiskScore({ score, contributions }: Props) {
  if (score === null) return null
  const spam = score >= thresholds.hold
  const verdict = spam ? "Looks like spam" : score < 0 ? "Unlike spam" : "Hardly like spam"
  const told = (
    <>
      <span className={spam ? "font-semibold text-danger" : ""}>{verdict}</span>{" "}
      <span className="tabular-nums">{signed(score)}</span>
    </>
  )
  if (contributions.length === 0) return <p>{told}</p>
  const rest = score - contributions.reduce((sum, { weight }) => sum + weight, 0)
  const rows =
    Math.abs(rest) < 0.005 ? contributions : [...contributions, { label: "Everything else", weight: rest }]
  const widest = Math.max(...rows.map(({ weight }) => Math.abs(weight)), 0.1)
  return (
    <details>
      <summary className="inline-block cursor-pointer pointer-coarse:py-3">{told}</summary>
      <table className="mt-1 w-full max-w-md text-xs">
        <caption className="sr-only">What adds up to {signed(score)}; above 0 speaks for spam</caption>
        <tbody>
          {rows.map(({ label, weight }) => (
            <tr key={label}>
              <th
                scope="row"
                dir="auto"
                className="py-0.5 pe-3 text-start font-normal text-ink [overflow-wrap:anywhere]"
              >
                {label}
              </th>
              <td className="w-24">
                <Bar share={weight / widest} />
              </td>
              <td className="w-12 ps-2 text-end tabular-nums">{signed(weight)}</td>
            </tr>
          ))}
          <tr className="border-t border-rule">
            <th scope="row" className="py-0.5 pe-3 text-start font-semibold text-ink">
              Together
            </th>
            <td />
            <td className="ps-2 text-end font-semibold text-ink tabular-nums">{signed(score)}</td>
          </tr>
        </tbody>
      </table>
    </details>
  )
}

/** Drawn, since the desk's policy allows no style attribute: to the right speaks for spam. */
function Bar({ share }: { share: number }) {
  const width = Math.max(1, Math.round(Math.abs(share) * 48))
  return (
    <svg viewBox="0 0 96 8" width="96" height="8" aria-hidden="true">
      <rect
        x={share > 0 ? 48 : 48 - width}
        y="1"
        width={width}
        height="6"
        className={share > 0 ? "fill-danger" : "fill-ink-soft"}
      />
      <rect x="47.5" y="0" width="1" height="8" className="fill-edge" />
    </svg>
  )
}

function signed(number: number): string {
  const text = Math.abs(number).toFixed(number !== 0 && Math.abs(number) < 0.1 ? 2 : 1)
  return number < 0 ? `−${text}` : `+${text}`
}
