import type { ShownLink } from "@/lib/frame/types"
import { unlessEnglish } from "@/lib/text/language"

type Props = { links: readonly ShownLink[]; language: string }

/** The entries of a menu. */
export function LinkList({ links, language }: Props) {
  return links.map(({ label, href, isOurs }) => (
    <li key={`${href} ${label}`} className={href === "/newsletter" ? "at-end" : undefined}>
      <a href={href} dir="auto" lang={isOurs && unlessEnglish(language) ? "en" : undefined}>
        {label}
      </a>
    </li>
  ))
}
