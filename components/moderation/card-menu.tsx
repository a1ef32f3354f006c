import type { ReactNode } from "react"
import { summaryClass } from "@/components/desk/summary-class"

type Props = {
  id: number
  /** What else there is to press. */
  children?: ReactNode
}

/**
 * Ways from one comment to many, and to who said it. Plain links to pages that show first what would happen. On a narrow
 * screen it opens from the edge of the row it stands in, since beside its own button there is no room.
 */
export function CardMenu({ id, children }: Props) {
  return (
    <details name="card-menu" data-menu className="font-ui text-sm sm:relative">
      <summary className={summaryClass}>More</summary>
      <ul className="absolute start-0 z-20 min-w-56 max-w-full rounded-sm border border-edge bg-paper py-1 shadow-lg">
        {ways.map(({ label, href, key }) => (
          <li key={label}>
            <a
              href={href(id)}
              aria-keyshortcuts={key}
              data-key={key}
              className="flex items-center px-3 py-1.5 text-ink no-underline hover:bg-raised pointer-coarse:min-h-11"
            >
              {label}
            </a>
          </li>
        ))}
        {children ? <li className="mt-1 border-t border-rule pt-1">{children}</li> : null}
      </ul>
    </details>
  )
}

const ways: { label: string; key?: string; href: (id: number) => string }[] = [
  { label: "Ban…", key: "b", href: (id) => `/desk/comments/bans/new?comment=${id}` },
  { label: "All by this author…", href: (id) => `/desk/comments/bulk?scope=author&comment=${id}` },
  { label: "All from this network…", href: (id) => `/desk/comments/bulk?scope=network&comment=${id}` },
]
