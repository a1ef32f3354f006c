import { Button } from "@/components/ui/button"
import { useEarlyValue } from "@/components/ui/use-early-value"
import { type BylinePart, bylineParts, partWords } from "@/lib/posts/bylines"
import type { Entry } from "./entries"
import { MoveButton } from "./move-button"

type Props = {
  rowKey: string
  entry: Entry
  isFirst: boolean
  isLast: boolean
  /** Parts that this author has in other rows. */
  taken: readonly BylinePart[]
  /** Whether this person may change the row. */
  mayChange: boolean
  mayRemove: boolean
  onMove(by: -1 | 1): void
  onPart(part: BylinePart): void
  onRemove(): void
}

/** One byline of the story: for which part, and at which place. */
export function BylineRow({ rowKey, entry, isFirst, isLast, taken, mayChange, mayRemove, ...on }: Props) {
  const { name, part } = entry
  const parts = useEarlyValue<HTMLSelectElement>(({ value }) => {
    if (value !== part) on.onPart(value as BylinePart)
  })
  if (!mayChange) {
    return (
      <li className="flex flex-wrap items-baseline justify-between gap-x-3 py-2 text-sm">
        <bdi className="min-w-0 font-medium wrap-anywhere">{name}</bdi>
        <span className="text-ink-soft">{partWords[part].label}</span>
      </li>
    )
  }
  return (
    <li
      data-byline={rowKey}
      className="flex flex-col gap-1.5 py-2 text-sm"
      onKeyDown={(event) => {
        const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined
        // With Alt, the arrows open a list of choices.
        if (!event.altKey || by === undefined || event.target instanceof HTMLSelectElement) return
        event.preventDefault()
        on.onMove(by)
      }}
    >
      <bdi className="font-medium wrap-anywhere">{name}</bdi>
      <div className="flex items-center gap-1.5">
        <select
          ref={parts}
          data-control="part"
          aria-label={`Part of ${name}`}
          value={part}
          onChange={({ target }) => on.onPart(target.value as BylinePart)}
          className="min-h-7 w-0 min-w-0 grow rounded-sm border border-edge bg-field px-2 py-1 pointer-coarse:min-h-11"
        >
          {bylineParts.map((one) => (
            <option key={one} value={one} disabled={taken.includes(one)}>
              {partWords[one].label}
            </option>
          ))}
        </select>
        <MoveButton name={name} to="up" disabled={isFirst} onPress={() => on.onMove(-1)} />
        <MoveButton name={name} to="down" disabled={isLast} onPress={() => on.onMove(1)} />
        {mayRemove ? (
          <Button
            type="button"
            look="quiet"
            small
            aria-label={`Remove ${name}`}
            className="max-md:px-2"
            onClick={on.onRemove}
          >
            <span aria-hidden="true">✕</span>
          </Button>
        ) : null}
      </div>
    </li>
  )
}
