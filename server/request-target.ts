/** Where a request points: the path decoded, the path as we write it, and the query with its `?`. */
export type RequestTarget = { pathname: string; url: string; search: string }

const longest = 2048

/**
 * Reads a request line's target, once and strictly (ASVS 1.1.1): one spelling for one address, so that no
 * second decoding further in finds another path than the one that was judged here.
 * @returns null for what no browser sends: `//`, `/./`, backslashes, NUL, encoded dots and slashes,
 * absolute addresses, endless ones
 */
export function readTarget(raw: string | undefined): RequestTarget | null {
  if (!raw || raw.length > longest || raw[0] !== "/") return null
  const at = raw.indexOf("?")
  const path = at < 0 ? raw : raw.slice(0, at)
  const search = at < 0 ? "" : raw.slice(at)
  if (hasControl(raw) || /[\\#]/.test(raw) || /%00|%0[ad]/i.test(search)) return null
  if (/^[\w/-]*$/.test(path)) return path.includes("//") ? null : { pathname: path, url: path, search }
  return readEncoded(path, search)
}

function readEncoded(path: string, search: string): RequestTarget | null {
  if (/\/\/|\/\.{1,2}(\/|$)|%2[ef]|%5c|%25/i.test(path)) return null
  try {
    const pathname = decodeURIComponent(path)
    if (hasControl(pathname)) return null
    return { pathname, url: pathname.split("/").map(encodeURIComponent).join("/"), search }
  } catch {
    return null
  }
}

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x20 || code === 0x7f) return true
  }
  return false
}

/**
 * Whether a request has more than one Host header (RFC 9112, 3.2): a proxy before us may have read the other one.
 * @param rawHeaders names and values by turns
 */
export function namesTwoHosts(rawHeaders: readonly string[]): boolean {
  let hosts = 0
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]
    if (name?.length === 4 && name.toLowerCase() === "host") hosts++
  }
  return hosts > 1
}

/** The desk is an application, with scripts; everything else is documents. */
export function isDesk(pathname: string): boolean {
  return /^\/(desk|sign-in|setup|api|_next)(\/|$)/.test(pathname)
}
