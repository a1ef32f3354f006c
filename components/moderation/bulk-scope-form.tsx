import type { ReactNode } from "react"
import { Panel } from "@/components/desk/panel"
import { Button } from "@/components/ui/button"
import type { BulkScope } from "@/lib/moderation/bulk/scope-address"
import { queueNames } from "@/lib/moderation/types"
import { queueTitles } from "./queue-titles"

/** Narrows what is previewed. Asks only, so it is sent with GET. */
export function NarrowScope({ scope }: { scope: Exclude<BulkScope, { kind: "chosen" }> }) {
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="scope" value={scope.kind} />
      {scope.kind === "older" ? (
        <Days value={scope.days} />
      ) : (
        <input type="hidden" name="comment" value={scope.comment} />
      )}
      <Queue value={scope.status ?? ""}>
        {scope.kind === "older" ? null : <option value="">Everything</option>}
      </Queue>
      <Button look="secondary" small className="min-h-8">
        Show
      </Button>
    </form>
  )
}

/** Looks for what has lain for long. */
export function OlderThan() {
  return (
    <Panel title="Older comments">
      <p className="mt-2 mb-3 text-sm text-ink-soft">
        You see what would be decided before anything is. To decide about chosen comments, or about all by one
        author, begin at a comment in the queue.
      </p>
      <form method="get" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="scope" value="older" />
        <Queue value="waiting" />
        <Days value={30} />
        <Button look="secondary" small className="min-h-8">
          Show
        </Button>
      </form>
    </Panel>
  )
}

function Queue({ value, children }: { value: string; children?: ReactNode }) {
  return (
    <label className={label}>
      Which
      <select name="status" defaultValue={value} className={box}>
        {children}
        {queueNames.map((name) => (
          <option key={name} value={name}>
            {queueTitles[name]}
          </option>
        ))}
      </select>
    </label>
  )
}

function Days({ value }: { value: number }) {
  return (
    <label className={label}>
      Older than, in days
      <input
        type="number"
        name="days"
        min={1}
        max={9999}
        required
        defaultValue={value}
        className={`${box} w-28`}
      />
    </label>
  )
}

const label = "flex flex-col gap-1 text-sm font-semibold"
/** As high as the button beside it. */
const box =
  "min-h-8 pointer-coarse:min-h-11 rounded-sm border border-edge bg-field px-2 py-1 font-ui text-sm font-normal text-ink"
