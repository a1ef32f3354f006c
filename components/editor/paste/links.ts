import { withoutRedirect } from "@/components/editor/pasted-links"
import { linkAddress } from "@/lib/documents/link-url"

/**
 * Links as the source meant them. One that is written as a path belongs to the page that it was copied from: it is
 * resolved where that page says where it lies, and is left out otherwise.
 * @param paths whether a path is one of this site, as in what was copied from this editor
 */
export function tidyLinks(body: HTMLElement, { paths, base }: LinkContext, onLost: () => void): void {
  for (const link of body.querySelectorAll("a")) {
    for (const name of ["target", "rel", "class", "title"]) link.removeAttribute(name)
    const href = link.getAttribute("href")
    if (href === null) continue
    const address = addressOf(withoutRedirect(href), { paths, base })
    if (address !== null) link.setAttribute("href", address)
    else {
      link.removeAttribute("href")
      if (link.textContent?.trim() && !href.startsWith("#")) onLost()
    }
  }
}

export type LinkContext = { paths: boolean; base: string | null }

function addressOf(href: string, { paths, base }: LinkContext): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return linkAddress(href) === null ? null : withoutTracking(href)
  if (base && URL.canParse(href, base)) return linkAddress(new URL(href, base).href)
  return paths && linkAddress(href) !== null ? href : null
}

/** Parameters that tell a site who sent its reader, and change nothing of what is read. */
const tracking =
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|_hsenc|_hsmi|mkt_tok|yclid|twclid)$/i

function withoutTracking(href: string): string {
  const url = URL.canParse(href) ? new URL(href) : null
  const names = [...(url?.searchParams.keys() ?? [])].filter((name) => tracking.test(name))
  if (!url || names.length === 0) return href
  for (const name of names) url.searchParams.delete(name)
  return url.href
}
