import type { KeyboardEvent, RefObject } from "react"

type Props = {
  names: readonly string[]
  listRef: RefObject<HTMLUListElement | null>
  onRemove: (at: number) => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>, at: number) => void
}

/** The chosen ones, each a button that takes it off. One is a stop of the Tab key; the arrows lead to the others. */
export function TagChips({ names, listRef, onRemove, onKeyDown }: Props) {
  if (names.length === 0) return null
  return (
    <ul ref={listRef} aria-label="Chosen" className="contents">
      {names.map((name, at) => (
        <li key={name} className="max-w-full">
          <button
            type="button"
            tabIndex={at === names.length - 1 ? 0 : -1}
            aria-label={`Remove ${name}`}
            onClick={() => onRemove(at)}
            onKeyDown={(event) => onKeyDown(event, at)}
            className="flex max-w-full cursor-pointer items-center gap-1.5 rounded-sm border border-rule bg-raised px-2 py-0.5 font-ui text-sm text-ink hover:border-danger pointer-coarse:min-h-9"
          >
            <bdi className="truncate">{name}</bdi>
            <span aria-hidden="true" className="text-ink-soft">
              ×
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
