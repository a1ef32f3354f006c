import { Button } from "@/components/ui/button"
import { type BylinePart, bylineParts, partWords } from "@/lib/posts/bylines"
import { type Entry, entryKey } from "./entries"

type Props = {
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

/** One name over the story: for which part it stands there, and where. */
export function BylineRow({ entry, isFirst, isLast, taken, mayChange, mayRemove, ...on }: Props) {
  const { name, part } = entry
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
      data-byline={entryKey(entry)}
      className="flex flex-col gap-1.5 py-2 text-sm"
      onKeyDown={(event) => {
        const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined
        if (!event.altKey || by === undefined) return
        event.preventDefault()
        on.onMove(by)
      }}
    >
      <bdi className="font-medium wrap-anywhere">{name}</bdi>
      <div className="flex flex-wrap items-center gap-1.5">
        <select
          aria-label={`Part of ${name}`}
          value={part}
          onChange={({ target }) => on.onPart(target.value as BylinePart)}
          className="min-h-7 min-w-0 grow rounded-sm border border-edge bg-field px-2 py-1 pointer-coarse:min-h-11"
        >
          {bylineParts.map((one) => (
            <option key={one} value={one} disabled={taken.includes(one)}>
              {partWords[one].label}
            </option>
          ))}
        </select>
        <Move label={`Move ${name} up`} sign="↑" disabled={isFirst} onPress={() => on.onMove(-1)} />
        <Move label={`Move ${name} down`} sign="↓" disabled={isLast} onPress={() => on.onMove(1)} />
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

type MoveProps = { label: string; sign: string; disabled: boolean; onPress(): void }

/** Stays in the order of the keyboard at the end of the list, so that the focus is not lost there. */
function Move({ label, sign, disabled, onPress }: MoveProps) {
  return (
    <Button
      type="button"
      look="secondary"
      small
      aria-label={label}
      aria-disabled={disabled || undefined}
      className="aria-disabled:opacity-40"
      onClick={onPress}
    >
      <span aria-hidden="true">{sign}</span>
    </Button>
  )
}
