import { breakInWords } from "@/lib/audit/break-words"
import type { ChainState } from "@/lib/audit/chain-state"

/** Whether the log is what it was: up to where it is chained, and what was checked just now. */
export function ChainLine({ chain }: { chain: ChainState }) {
  const { seq, head, checked, found, unchained } = chain
  return (
    <div
      className={`mt-3 border-s-4 ps-4 text-sm text-ink-soft ${found ? "border-danger" : "border-rule"}`}
      role={found ? "alert" : undefined}
    >
      {found ? <p className="font-semibold text-danger">{breakInWords(found)}</p> : null}
      <p>
        {seq === 0 ? "Nothing is chained yet" : `Chained up to #${seq}`}
        {found || checked === 0
          ? ""
          : checked === seq
            ? ", all of it verified just now"
            : `, the newest ${checked} verified just now`}
        {` · ${unchained} not chained yet`}
      </p>
      {seq > 0 ? (
        <details>
          <summary className="cursor-pointer">The head to write down</summary>
          <p className="mt-1">
            <code className="text-ink [overflow-wrap:anywhere]">{head}</code>
          </p>
          <p className="mt-1 max-w-measure">
            Whoever runs the server checks the whole log with <code>npm run verify-log -- --head</code> and
            this. A log that was cut off or written anew does not hold it any more.
          </p>
        </details>
      ) : null}
    </div>
  )
}
