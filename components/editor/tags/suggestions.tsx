type Props = { id: string; names: readonly string[]; active: number; onPick: (name: string) => void }

/** What completes the line above; the line keeps the focus and its keys choose, so an option needs none of its own. */
export function Suggestions({ id, names, active, onPick }: Props) {
  if (names.length === 0) return null
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Suggestions"
      className="absolute start-0 end-0 top-full z-20 mt-1 rounded-sm border border-edge bg-paper py-1 font-ui text-base shadow-lg"
    >
      {names.map((name, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the field do the same, where the focus stays
        <div
          key={name}
          id={`${id}${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          dir="auto"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(name)}
          className="cursor-pointer px-3 py-1.5 wrap-anywhere hover:bg-raised aria-selected:bg-raised aria-selected:text-accent pointer-coarse:py-2.5"
        >
          {name}
        </div>
      ))}
    </div>
  )
}
