import type { RefObject } from "react"
import { type BylinePart, bylineParts, partWords } from "@/lib/posts/bylines"
import { BylineRow } from "./byline-row"
import { type Entry, movedEntry, rowKey } from "./entries"
import type { Kept } from "./use-entries"

type Props = {
  entries: readonly Entry[]
  list: RefObject<HTMLOListElement | null>
  change: (next: Entry[], words: string, keep?: Kept) => void
  /** Whether this person places everybody, or themselves alone. */
  mayChooseAll: boolean
  isOwn: (entry: Entry) => boolean
  /** Whether this person's only byline stays. */
  keepsOwn: boolean
}

/** The bylines of the story, in order. */
export function BylineList({ entries, list, change, mayChooseAll, isOwn, keepsOwn }: Props) {
  return (
    <ol ref={list} className="divide-y divide-rule border-y border-rule">
      {entries.map((entry, at) => (
        <BylineRow
          key={rowKey(entries, at)}
          rowKey={rowKey(entries, at)}
          entry={entry}
          isFirst={at === 0}
          isLast={at === entries.length - 1}
          taken={partsOf(entries, entry)}
          mayChange={mayChooseAll || isOwn(entry)}
          mayRemove={entries.length > 1 && !(keepsOwn && isOwn(entry))}
          onMove={(by) => {
            const to = Math.min(Math.max(at + by, 0), entries.length - 1)
            const control = by < 0 ? "up" : "down"
            change(movedEntry(entries, at, by), placeWords(entry, entries.length, to), {
              at: to,
              control,
            })
          }}
          onPart={(part) =>
            change(entries.with(at, { ...entry, part }), `${entry.name}: ${partWords[part].label}`, {
              at,
              control: "part",
            })
          }
          onRemove={() =>
            change(entries.toSpliced(at, 1), `${entry.name} removed`, {
              at: Math.min(at, entries.length - 2),
              control: "part",
            })
          }
        />
      ))}
    </ol>
  )
}

function partsOf(entries: readonly Entry[], entry: Entry): BylinePart[] {
  return bylineParts.filter((part) =>
    entries.some((one) => one !== entry && one.id === entry.id && one.part === part),
  )
}

function placeWords({ name }: Entry, count: number, at: number): string {
  return `${name}: ${at + 1} of ${count}`
}
