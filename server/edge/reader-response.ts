import type { IncomingMessage, ServerResponse } from "node:http"
import type { RenderedResponse } from "../cache/document.ts"
import { errorPolicy } from "./error-page.ts"
import type { ErrorPages } from "./error-pages.ts"
import { textOf } from "./error-text.ts"
import { commonHeaders, keepNowhere, readerPolicy } from "./headers.ts"
import { markLanguages } from "./mark-languages.ts"
import { packed } from "./packed.ts"
import { stripScripts } from "./strip-scripts.ts"

/** What Next says of its own workings is not passed on. */
const passedOn = new Set([
  "allow",
  "content-disposition",
  "content-language",
  "content-type",
  "location",
  "retry-after",
  "set-cookie",
  "x-robots-tag",
])

/** An answer fit for readers: without scripts, without the framework's headers, an error as a page that works. */
export function clean(answer: RenderedResponse, pages: ErrorPages): RenderedResponse {
  if (answer.status >= 500) return failure(answer.status, pages)
  const headers = answer.headers.flatMap(([name, value]): [string, string][] => {
    if (name === "link") return usefulLinks(value)
    return passedOn.has(name) ? [[name, value]] : []
  })
  const html = headers.some(([name, value]) => name === "content-type" && value.startsWith("text/html"))
  if (!html) return { ...answer, headers }
  // Markup is ASCII, and in UTF-8 no byte of another character looks like it, so that the bytes need not be decoded.
  const body = Buffer.from(stripScripts(answer.body.toString("latin1")), "latin1")
  return { ...answer, headers, body: inItsLanguages(body) }
}

/** Decodes only what is not English: the first letters of a text tell its language. */
function inItsLanguages(body: Buffer): Buffer {
  return body.subarray(0, 40).includes('<html lang="en"') ? body : Buffer.from(markLanguages(body.toString()))
}

/** Without scripts, and without the style sheet, which stands at the top of the page itself. */
function usefulLinks(value: string): [string, string][] {
  const links = value.split(/, (?=<)/).filter((link) => !/as="?(script|style)/.test(link))
  return links.length > 0 ? [["link", links.join(", ")]] : []
}

/** @param more HTML that is safe already */
export function failure(status: number, pages: ErrorPages, more = ""): RenderedResponse {
  const body = more ? pages.show({ ...textOf(status), more }) : pages.of(status)
  return { status, headers: [["content-type", "text/html; charset=utf-8"]], body, policy: errorPolicy }
}

/** Of a page that only the holder of its link may see; it has no form whose `Origin` would be lost. */
const secretHeaders: [string, string][] = [
  ["X-Robots-Tag", "noindex, nofollow, noarchive"],
  ["Referrer-Policy", "no-referrer"],
]

/** The headers of a page that holds a secret in its address, in place of those that others have. */
function secretly(headers: [string, string][]): [string, string][] {
  const own = secretHeaders.map(([name]) => name)
  return [...headers.filter(([name]) => !own.includes(name)), ...secretHeaders]
}

export function frame(https: boolean, policy: string): [string, string][] {
  return [["Content-Security-Policy", policy], ...commonHeaders(https)]
}

/** Sends what is not kept. */
export async function send(
  https: boolean,
  req: IncomingMessage,
  res: ServerResponse,
  answer: RenderedResponse,
  { secret = false } = {},
): Promise<void> {
  const type = answer.headers.find(([name]) => name === "content-type")?.[1] ?? ""
  const { body, headers } = await packed(req, type, answer.body)
  const bodiless = answer.status === 204 || answer.status === 304
  const usual = [keepNowhere, ...frame(https, answer.policy ?? readerPolicy)]
  const own = secret ? secretly(usual) : usual
  res.writeHead(answer.status, [...answer.headers, ...own, ...(bodiless ? [] : headers)].flat())
  if (req.method === "HEAD") res.end()
  else res.end(body)
}
