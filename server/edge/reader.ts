import type { IncomingMessage, ServerResponse } from "node:http"
import { promisify } from "node:util"
import { gzip } from "node:zlib"
import type { Route } from "../../app/routes.ts"
import { Document, type RenderedResponse } from "../cache/document.ts"
import { chooseEncoding, type Encoding, isCompressible } from "../cache/encodings.ts"
import { type Keepable, keepable, notFoundPage } from "../cache/keepable.ts"
import { tagsOfDocument } from "../cache/page-tags.ts"
import { sendDocument } from "../cache/serve.ts"
import { logError } from "../log.ts"
import type { RequestTarget } from "../request-target.ts"
import { errorPolicy, pageFor } from "./error-page.ts"
import { askEachTime, commonHeaders, keepNowhere, readerPolicy } from "./headers.ts"
import type { Limits } from "./limits.ts"
import { listOfText, type PostedText, readPostedText, typedOnly, withPostedText } from "./posted-text.ts"
import { type Client, Refused } from "./quota.ts"
import { type Handler, render } from "./render.ts"
import type { Found, Store } from "./store.ts"
import { stripScripts } from "./strip-scripts.ts"
import type { Visitor } from "./visitor.ts"
import { whenOver } from "./when-over.ts"

export type Reader = { next: Handler; store: Store; limits: Limits; https: boolean; host: string }

/** Answers GET and HEAD of readers' addresses; without a route there is no page, and nothing is rendered to find that out. */
export async function answerReader(
  reader: Reader,
  req: IncomingMessage,
  res: ServerResponse,
  asked: Asked,
): Promise<void> {
  const { target, route, client } = asked
  const page = route === null ? "missing" : route.held ? keepable(target, route) : null
  if (page === "missing") return answerMissing(reader, req, res)
  if (page) {
    const encoding = chooseEncoding(req.headers["accept-encoding"] as string | undefined)
    const found = await reader.store.find(page, client, () => renderToKeep(reader, page, encoding))
    if (found === "missing") return answerMissing(reader, req, res)
    if ("document" in found) return sendDocument(req, res, found.document)
    return send(reader, req, res, found.answer)
  }
  const gone = new AbortController()
  whenOver(res, () => gone.abort())
  const answer = await askFor(reader, asked, gone.signal)
  if (isMissing(answer)) await answerMissing(reader, req, res)
  else await send(reader, req, res, clean(answer))
}

/** What is asked for, and by whom; `nested` when Next asks on behalf of a request that it is answering. */
export type Asked = {
  target: RequestTarget
  route: Route | null
  visitor: Visitor
  client: Client
  nested: boolean
}

/** Answers a form. What was typed comes back to its author whatever happens. */
export async function answerForm(
  reader: Reader,
  req: IncomingMessage,
  res: ServerResponse,
  asked: Asked,
  body: Buffer,
): Promise<void> {
  const { target, visitor, client } = asked
  const headers = formRequest(req, visitor, body)
  const url = target.url + target.search
  const posted = () => readPostedText(headers["content-type"] ?? "", body)
  try {
    const next = await reader.limits.shares.placed(client, reader.next)
    const answer = await render(next, { method: "POST", url, headers, body })
    if (answer.headers.some(([name]) => name === "x-nextjs-action-not-found")) {
      await send(reader, req, res, await anew(reader, asked, await posted()))
    } else if (answer.status >= 500) {
      await send(reader, req, res, failure(answer.status, listOfText(await posted())))
    } else if (isMissing(answer)) await answerMissing(reader, req, res)
    else await send(reader, req, res, clean(answer))
  } catch (error) {
    if (res.headersSent) throw error
    const refused = error instanceof Refused ? error : null
    if (refused) res.setHeader("Retry-After", String(refused.retryAfter))
    else logError("form failed", error, url)
    await send(reader, req, res, failure(refused?.status ?? 500, listOfText(await posted())))
  }
}

/**
 * The form is older than this build, which knows no such action. The page is rendered as it is today,
 * with a form that works, and the person's words above it.
 */
async function anew(reader: Reader, asked: Asked, posted: PostedText): Promise<RenderedResponse> {
  const page = await askFor(reader, asked)
  const answer = isMissing(page) ? await notFoundAnswer(reader) : clean(page)
  if (answer.status >= 500) return failure(answer.status, listOfText(posted))
  const html = answer.body.toString("utf8")
  return {
    status: answer.status === 200 ? 409 : answer.status,
    headers: answer.headers,
    body: Buffer.from(withPostedText(html, typedOnly(posted, html))),
  }
}

/** Asks for one visitor's page, in a place of theirs. */
async function askFor(reader: Reader, asked: Asked, left?: AbortSignal): Promise<RenderedResponse> {
  const { target, visitor, client } = asked
  const headers = { ...plainRequest(visitor.host, visitor.proto), "x-client-network": visitor.network }
  const next = await reader.limits.shares.placed(client, reader.next, left)
  return render(next, { method: "GET", url: target.url + target.search, headers }, left)
}

/** Where a page finds that it does not exist, Next answers 404 with a body that only a script would fill. */
function isMissing({ status, body }: RenderedResponse): boolean {
  return status === 404 && (body.length === 0 || body.includes('<html id="__next_error__"'))
}

async function answerMissing(reader: Reader, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const encoding = chooseEncoding(req.headers["accept-encoding"] as string | undefined)
  const found = await findNotFound(reader, encoding)
  if ("document" in found) sendDocument(req, res, found.document)
  else await send(reader, req, res, found.answer)
}

/** One page for all addresses that do not exist, rendered once: it takes nobody's share of rendering. */
async function findNotFound(reader: Reader, encoding: Encoding) {
  const found = await reader.store.find(notFoundPage, null, () =>
    renderToKeep(reader, notFoundPage, encoding),
  )
  return found === "missing" ? { answer: failure(404) } : found
}

async function notFoundAnswer(reader: Reader): Promise<RenderedResponse> {
  const found = await findNotFound(reader, "identity")
  if ("answer" in found) return found.answer
  const { message } = await found.document.pack("identity")
  return { status: 404, headers: [["content-type", "text/html; charset=utf-8"]], body: message.body }
}

async function renderToKeep(reader: Reader, page: Keepable, first: Encoding): Promise<Found> {
  const asked = plainRequest(reader.host, reader.https ? "https" : "http")
  const rendered = await render(reader.next, { method: "GET", url: page.key, headers: asked })
  const isNotFound = page === notFoundPage
  if (rendered.status === 404 && !isNotFound) return "missing"
  const answer = clean(rendered)
  if (answer.status !== (isNotFound ? 404 : 200) || !isForReaders(answer)) return { answer }
  // Held here only: an address that has no page may be a secret that is misspelled, or have one in a moment.
  const headers = [isNotFound ? keepNowhere : askEachTime, ...frame(reader.https, readerPolicy)]
  return { document: await Document.make(answer, headers, tagsOfDocument(page.tags, answer.body), first) }
}

/** Whether it is a page or a feed, and nobody's own. */
function isForReaders({ headers }: RenderedResponse): boolean {
  const type = headers.find(([name]) => name === "content-type")?.[1] ?? ""
  return (
    /^(text\/(html|plain|xml)|application\/([\w.+-]*\+)?(xml|json))/.test(type) &&
    !headers.some(([name]) => name === "set-cookie")
  )
}

/** All that a page learns of who asks for it: nothing. So one visitor's page is every visitor's page. */
function plainRequest(host: string, proto: string): Record<string, string> {
  return { host, accept: "text/html,*/*", "x-forwarded-host": host, "x-forwarded-proto": proto }
}

function formRequest(req: IncomingMessage, visitor: Visitor, body: Buffer): Record<string, string> {
  const { cookie, "content-type": type, "user-agent": agent, origin } = req.headers
  return {
    ...plainRequest(visitor.host, visitor.proto),
    "x-client-network": visitor.network,
    "content-length": String(body.length),
    ...(type ? { "content-type": type } : {}),
    ...(cookie ? { cookie } : {}),
    ...(agent ? { "user-agent": agent } : {}),
    // It was judged at the edge; Next compares it with the host that we name.
    ...(origin ? { origin: `${visitor.proto}://${visitor.host}` } : {}),
  }
}

/** What Next says of its own workings is not passed on. */
const told = new Set([
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
function clean(answer: RenderedResponse): RenderedResponse {
  if (answer.status >= 500) return failure(answer.status)
  const headers = answer.headers.flatMap(([name, value]): [string, string][] => {
    if (name === "link") return usefulLinks(value)
    return told.has(name) ? [[name, value]] : []
  })
  const html = headers.some(([name, value]) => name === "content-type" && value.startsWith("text/html"))
  if (!html) return { ...answer, headers }
  // Markup is ASCII, and in UTF-8 no byte of another character looks like it, so that the bytes need not be decoded.
  return { ...answer, headers, body: Buffer.from(stripScripts(answer.body.toString("latin1")), "latin1") }
}

/** Without scripts, and without the style sheet, which stands at the top of the page itself. */
function usefulLinks(value: string): [string, string][] {
  const links = value.split(/, (?=<)/).filter((link) => !/as="?(script|style)/.test(link))
  return links.length > 0 ? [["link", links.join(", ")]] : []
}

function failure(status: number, more = ""): RenderedResponse {
  const page = pageFor(status, more && `<p>What you wrote:</p>${more}`)
  return { status, headers: [["content-type", "text/html; charset=utf-8"]], body: Buffer.from(page) }
}

function frame(https: boolean, policy: string): [string, string][] {
  return [["Content-Security-Policy", policy], ...commonHeaders(https)]
}

const asGzip = promisify(gzip)

/** Sends what is not kept. */
async function send(
  reader: Reader,
  req: IncomingMessage,
  res: ServerResponse,
  answer: RenderedResponse,
): Promise<void> {
  const type = answer.headers.find(([name]) => name === "content-type")?.[1] ?? ""
  const policy = answer.status >= 500 ? errorPolicy : readerPolicy
  const headers = [...answer.headers, keepNowhere, ...frame(reader.https, policy)]
  let body = answer.body
  if (isCompressible(type) && body.length > 1024) {
    headers.push(["Vary", "Accept-Encoding"])
    if (chooseEncoding(String(req.headers["accept-encoding"] ?? "")) !== "identity") {
      body = await asGzip(body, { level: 4 })
      headers.push(["Content-Encoding", "gzip"])
    }
  }
  if (answer.status !== 204 && answer.status !== 304) headers.push(["Content-Length", String(body.length)])
  res.writeHead(answer.status, headers.flat())
  if (req.method === "HEAD") res.end()
  else res.end(body)
}
