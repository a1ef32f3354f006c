import type { SiteOffers } from "@/lib/frame/offers"
import type { ChosenLinks, ShownLink } from "@/lib/frame/types"

type Sections = ChosenLinks & { tags: { slug: string; name: string }[]; pages: ShownLink[] }

/** The menu: the links that were chosen, or else the tags in most use, and the newsletter. */
export function menuLinks({ menu, tags }: Sections, offers: SiteOffers): ShownLink[] {
  return open(menu ?? [...tagLinks(tags), newsletter], offers)
}

/** The same of the footer, which by itself also leads to the pages with a purpose. */
export function footerLinks({ footer, tags, pages }: Sections, offers: SiteOffers): ShownLink[] {
  return open(footer ?? [...tagLinks(tags), newsletter, ...pages, ...machines], offers)
}

const newsletter: ShownLink = { label: "Newsletter", href: "/newsletter" }

const machines: ShownLink[] = [
  { label: "Archive", href: "/archive" },
  { label: "RSS feed", href: "/feed.xml" },
  { label: "How comments are decided", href: "/moderation" },
]

function tagLinks(tags: Sections["tags"]): ShownLink[] {
  return tags.map(({ slug, name }) => ({ label: name, href: `/tags/${slug}` }))
}

/** A link comes and goes with what it leads to. */
function open(links: readonly ShownLink[], { newsletter, moderationReport }: SiteOffers): ShownLink[] {
  return links.filter(
    ({ href }) => (newsletter || href !== "/newsletter") && (moderationReport || href !== "/moderation"),
  )
}
