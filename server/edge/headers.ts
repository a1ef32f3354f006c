import { randomBytes } from "node:crypto"
import { embedHosts } from "../../lib/documents/embed-hosts.ts"
import { parseEnv } from "../../lib/env.ts"

type Headers = [string, string][]

/** Where pictures come from: this site, and the one host, if there is one, at which the bucket's files are public. */
function pictureSources(publicUrl: string | undefined): string {
  return publicUrl ? `'self' ${new URL(publicUrl).origin}` : "'self'"
}

const pictures = pictureSources(parseEnv(process.env).S3_PUBLIC_URL)

/** Players of other sites that a text can hold; each is loaded only once a reader opens it. */
const frames = embedHosts.map(({ origin }) => origin).join(" ")

/**
 * What a reader's page may do: show itself, and send its forms home. No script, from nowhere. Nothing on it connects
 * anywhere; `connect-src` lets checkers that run in the page, such as Lighthouse, read robots.txt.
 */
export const readerPolicy = [
  "default-src 'none'",
  "script-src 'none'",
  "style-src 'self'",
  `img-src ${pictures} data:`,
  "font-src 'self'",
  "connect-src 'self'",
  `frame-src ${frames}`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ")

/**
 * What the desk may do: run the scripts that carry this request's nonce, and what they load.
 * @param framing whether the page shows others of this site in frames, or is shown in one
 */
export function deskPolicy(nonce: string, framing?: "shows" | "shown"): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src ${pictures} data: blob:`,
    "font-src 'self'",
    "connect-src 'self'",
    framing === "shows" ? `frame-src 'self' ${frames}` : `frame-src ${frames}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    `frame-ancestors ${framing === "shown" ? "'self'" : "'none'"}`,
  ].join("; ")
}

export function makeNonce(): string {
  return randomBytes(16).toString("base64")
}

/** What a file may do when somebody opens it by itself: nothing. A picture can be a page, too (SVG). */
export const filePolicy = "default-src 'none'; sandbox"

/**
 * On every answer (ASVS 3.4.3, 3.4.4). Not `includeSubDomains`: a paper at a bare domain has neighbours below it that
 * this app knows nothing of. An operator who wants it says so in the proxy.
 */
export function everyHeaders(https: boolean): Headers {
  const headers: Headers = [["X-Content-Type-Options", "nosniff"]]
  if (https) headers.push(["Strict-Transport-Security", "max-age=31536000"])
  return headers
}

/**
 * On every page. `same-origin` tells other sites nothing of where a reader came from, and our own
 * forms still say their `Origin`, which `no-referrer` would turn to `null`.
 */
export function commonHeaders(https: boolean): Headers {
  return [
    ...everyHeaders(https),
    ["Referrer-Policy", "same-origin"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    [
      "Permissions-Policy",
      "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ],
  ]
}

/**
 * For documents. Caches may keep them and must ask each time: asking costs them a 304, while any number
 * of seconds here would be as many seconds in which a removed comment is still shown.
 */
export const askEachTime: Headers[number] = ["Cache-Control", "public, max-age=0, must-revalidate"]

/** For what is one person's. */
export const keepNowhere: Headers[number] = ["Cache-Control", "private, no-store"]

/** For files whose name changes with their content. */
export const keepForever: Headers[number] = ["Cache-Control", "public, max-age=31536000, immutable"]

/** For a CDN (RFC 9213): where it is not told of a picture that was taken down, its copy ends by itself. */
export const cdnAnHour: Headers[number] = ["CDN-Cache-Control", "public, max-age=3600"]

/** For `public/`: long enough for one visit, short enough for a replaced picture. */
export const keepAnHour: Headers[number] = ["Cache-Control", "public, max-age=3600"]
