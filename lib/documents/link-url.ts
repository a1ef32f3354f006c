const schemes = new Set(["http:", "https:", "mailto:", "tel:"])

/**
 * The address a link in a story may have, written as a browser writes it, or null: http, https, mailto and tel,
 * or a path of this site. It is parsed and not matched, so no spelling of another scheme gets through.
 */
export function linkAddress(typed: unknown): string | null {
  if (typeof typed !== "string" || typed.length > 2000) return null
  const address = typed.trim()
  if (/^\/(?![/\\])/.test(address)) return pathOf(address)
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (!schemes.has(url.protocol)) return null
  // What is dialled is digits and the signs between them (RFC 3966), so that no device runs a code of its own.
  if (url.protocol === "tel:")
    return phone.test(url.pathname) ? `tel:${url.pathname.replace(/\s|%20/g, "")}` : null
  // A name in front of the host is a disguise (`https://bank.example@evil.example`) and never wanted.
  return url.username || url.password ? null : url.href
}

/** What somebody most likely meant: `example.org` is a site, `name@example.org` an address for mail. */
export function guessLinkAddress(typed: string): string | null {
  const text = typed.trim()
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return linkAddress(`mailto:${text}`)
  if (/^[^\s/:@]+\.[^\s/:@.]{2,}(:\d+)?([/?#]\S*)?$/.test(text)) return linkAddress(`https://${text}`)
  return linkAddress(/^\/\/[^/\\]/.test(text) ? `https:${text}` : text)
}

function pathOf(path: string): string | null {
  if (!URL.canParse(path, here)) return null
  const url = new URL(path, here)
  return url.origin === here && !url.pathname.startsWith("//")
    ? `${url.pathname}${url.search}${url.hash}`
    : null
}

const phone = /^\+?\d(?:[\d\s().-]|%20)*$/

const here = "http://here.invalid"
