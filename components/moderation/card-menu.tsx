import { summaryClass } from "./card-text"

/** Ways from one comment to many, and to who said it. Plain links to pages that show first what would happen. */
export function CardMenu({ id }: { id: number }) {
  return (
    <details className="relative font-ui text-sm">
      <summary className={summaryClass}>More</summary>
      <ul className="absolute end-0 z-10 min-w-52 border border-edge bg-paper py-1 sm:start-0 sm:end-auto">
        {ways.map(({ label, href, key }) => (
          <li key={label}>
            <a
              href={href(id)}
              aria-keyshortcuts={key}
              data-key={key}
              className="block px-3 py-1.5 text-ink no-underline hover:bg-raised pointer-coarse:py-2.5"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

const ways: { label: string; key?: string; href: (id: number) => string }[] = [
  { label: "Ban…", key: "b", href: (id) => `/desk/comments/bans/new?comment=${id}` },
  { label: "All by this author…", href: (id) => `/desk/comments/bulk?scope=author&comment=${id}` },
  { label: "All from this network…", href: (id) => `/desk/comments/bulk?scope=network&comment=${id}` },
]
