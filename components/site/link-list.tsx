import type { ShownLink } from "@/lib/frame/types"

/** The entries of a menu. */
export function LinkList({ links }: { links: readonly ShownLink[] }) {
  return links.map(({ label, href }) => (
    <li key={`${href} ${label}`} className={href === "/newsletter" ? "at-end" : undefined}>
      <a href={href} dir="auto">
        {label}
      </a>
    </li>
  ))
}
