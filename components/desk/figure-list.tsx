export type Figure = {
  key: string
  label: string
  count: string
  /** Whether somebody waits for it. */
  waits: boolean
  /** Since when, or over what time. */
  note: string
  /** Where it leads; a figure without a room of its own leads nowhere. */
  href?: string
}

/** What waits, in numbers that lead to it. All stand there at all times, so that each has its place. */
export function FigureList({ figures }: { figures: Figure[] }) {
  if (figures.length === 0) return null
  return (
    <ul className="mb-8 grid grid-cols-2 border-t border-s border-rule sm:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]">
      {figures.map(({ key, label, count, waits, note, href }) => (
        <li
          key={key}
          className="relative border-e border-b border-rule px-4 py-2.5 odd:last:col-span-2 has-[a]:hover:bg-raised sm:odd:last:col-span-1"
        >
          <p className="text-sm text-ink-soft">
            {href ? (
              <a href={href} className="text-ink-soft no-underline after:absolute after:inset-0">
                {label}
              </a>
            ) : (
              label
            )}
          </p>
          <p className={`text-2xl font-bold tabular-nums ${waits ? "text-ink" : "text-ink-soft"}`}>{count}</p>
          <p className="min-h-4 text-xs text-ink-soft">{note}</p>
        </li>
      ))}
    </ul>
  )
}
