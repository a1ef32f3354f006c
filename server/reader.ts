import type { IncomingMessage, ServerResponse } from "node:http"
import { promisify } from "node:util"
import { gzip } from "node:zlib"
import { type Answer, Document } from "./document.ts"
import { chooseEncoding, type Encoding, isCompressible } from "./encodings.ts"
import { errorPolicy, pageFor } from "./error-page.ts"
import { askEachTime, commonHeaders, keepNowhere, readerPolicy } from "./headers.ts"
import { logError } from "./log.ts"
import { type Keepable, keepable } from "./places.ts"
import { listOfText, type PostedText, readPostedText, typedOnly, withPostedText } from "./posted-text.ts"
import { type Handler, type Request, render } from "./render.ts"
import type { Target } from "./request-target.ts"
import { sendDocument } from "./serve.ts"
import type { Found, Store } from "./store.ts"
import { stripScripts } from "./strip-scripts.ts"
import type { Visitor } from "./visitor.ts"

export type Reader = { next: Handler; store: Store; https: boolean; host: string }

/** Answers GET and HEAD of readers' addresses. */
export async function answerReader(
  reader: Reader,
  req: IncomingMessage,
  res: ServerResponse,
  target: Target,
  visitor: Visitor,
): Promise<void> {
  const page = keepable(target)
  if (page) {
    const encoding = chooseEncoding(req.headers["accept-encoding"] as string | undefined)
    const found = await reader.store.find(page, () => renderToKeep(reader, page, encoding))
    if ("document" in found) sendDocument(req, res, found.document)
    else await send(reader, req, res, found.answer)
    return
  }
  const headers = { ...plainRequest(visitor.host, visitor.proto), "x-client-network": visitor.network }
  const url = target.url + target.search
  const gone = new AbortController()
  res.once("close", () => gone.abort())
  await send(reader, req, res, clean(await ask(reader, { method: "GET", url, headers }, gone.signal)))
}

/** Answers a form. What was typed comes back to its author whatever happens. */
export async function answerForm(
  reader: Reader,
  req: IncomingMessage,
  res: ServerResponse,
  target: Target,
  visitor: Visitor,
  body: Buffer,
): Promise<void> {
  const headers = formRequest(req, visitor, body)
  const url = target.url + target.search
  const posted = () => readPostedText(headers["content-type"] ?? "", body)
  let answer: Answer
  try {
    answer = await ask(reader, { method: "POST", url, headers, body })
  } catch (error) {
    logError("form failed", error, url)
    answer = { status: 500, headers: [], body: Buffer.alloc(0) }
  }
  if (answer.headers.some(([name]) => name === "x-nextjs-action-not-found")) {
    return send(reader, req, res, await anew(reader, target, visitor, await posted()))
  }
  if (answer.status >= 500) {
    return send(reader, req, res, failure(answer.status, listOfText(await posted())))
  }
  await send(reader, req, res, clean(answer))
}

/**
 * The form is older than this build, which knows no such action. The page is rendered as it is today,
 * with a form that works, and the person's words above it.
 */
async function anew(reader: Reader, target: Target, visitor: Visitor, posted: PostedText): Promise<Answer> {
  const headers = { ...plainRequest(visitor.host, visitor.proto), "x-client-network": visitor.network }
  const url = target.url + target.search
  const answer = clean(await ask(reader, { method: "GET", url, headers }))
  if (answer.status >= 500) return failure(answer.status, listOfText(posted))
  const html = answer.body.toString("utf8")
  return {
    status: answer.status === 200 ? 409 : answer.status,
    headers: answer.headers,
    body: Buffer.from(withPostedText(html, typedOnly(posted, html))),
  }
}

async function renderToKeep(reader: Reader, page: Keepable, first: Encoding): Promise<Found> {
  const asked = plainRequest(reader.host, reader.https ? "https" : "http")
  const answer = clean(await ask(reader, { method: "GET", url: page.key, headers: asked }))
  if (answer.status !== 200 || !isForReaders(answer)) return { answer }
  const headers = [askEachTime, ...frame(reader.https, readerPolicy)]
  return { document: await Document.make(answer, headers, page.places, first) }
}

/**
 * Asks Next for a page. Where a page finds that it does not exist, Next answers 404 with an empty body that a
 * script would fill; an address without any page is rendered whole, so that one is asked for instead.
 */
async function ask(reader: Reader, request: Request, left?: AbortSignal): Promise<Answer> {
  const answer = await render(reader.next, request, left)
  if (answer.status !== 404 || !answer.body.includes('<html id="__next_error__"')) return answer
  const { host = "", "x-forwarded-proto": proto = "" } = request.headers
  return render(reader.next, { method: "GET", url: "/_not-found", headers: plainRequest(host, proto) }, left)
}

/** Whether it is a page or a feed, and nobody's own. */
function isForReaders({ headers }: Answer): boolean {
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
    // It was judged at the door; Next compares it with the host that we name.
    ...(origin ? { origin: `${visitor.proto}://${visitor.host}` } : {}),
  }
}

/** What Next says of its own workings stays in the house. */
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
function clean(answer: Answer): Answer {
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

function failure(status: number, more = ""): Answer {
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
  answer: Answer,
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
