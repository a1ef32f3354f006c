import { timeAgo } from "@/lib/time-ago"

export type Figure = {
  key: string
  label: string
  count: string
  /** Whether somebody waits for it. */
  waits: boolean
  oldest?: Date | null
  /** Where it leads; a figure without a room of its own leads nowhere. */
  href?: string
}

/** What waits, in numbers that lead to it. All stand there at all times, so that each has its place. */
export function Figures({ figures }: { figures: Figure[] }) {
  if (figures.length === 0) return null
  return (
    <ul className="mb-8 grid grid-cols-2 border-t border-s border-rule sm:grid-cols-[repeat(auto-fit,minmax(10rem,1fr))]">
      {figures.map((figure) => (
        <li
          key={figure.key}
          className="relative border-e border-b border-rule px-4 py-3 has-[a]:hover:bg-raised"
        >
          <Told {...figure} />
        </li>
      ))}
    </ul>
  )
}

function Told({ label, count, waits, oldest, href }: Figure) {
  const words = (
    <>
      <span className="block text-sm text-ink-soft">{label}</span>
      <span className={`block text-2xl font-bold tabular-nums ${waits ? "text-ink" : "text-ink-soft"}`}>
        {count}
      </span>
    </>
  )
  return (
    <>
      {href ? (
        <a href={href} className="block no-underline after:absolute after:inset-0">
          {words}
        </a>
      ) : (
        <p>{words}</p>
      )}
      <p className="min-h-4 text-xs text-ink-soft">
        {oldest ? (
          <>
            oldest <time dateTime={oldest.toISOString()}>{timeAgo(oldest)}</time>
          </>
        ) : null}
      </p>
    </>
  )
}
