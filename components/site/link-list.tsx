import { siteLinks } from "@/lib/frame/site-links"
import type { ShownLink } from "@/lib/frame/types"
import { unlessEnglish } from "@/lib/text/language"

type Props = { links: readonly ShownLink[]; language: string }

/** The entries of a menu. */
export function LinkList({ links, language }: Props) {
  return links.map(({ label, href }) => (
    <li key={`${href} ${label}`} className={href === "/newsletter" ? "at-end" : undefined}>
      <a
        href={href}
        dir="auto"
        lang={siteLinks[href] === label && unlessEnglish(language) ? "en" : undefined}
      >
        {label}
      </a>
    </li>
  ))
}
