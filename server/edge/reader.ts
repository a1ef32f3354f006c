import type { IncomingMessage, ServerResponse } from "node:http"
import type { Route } from "../../app/routes.ts"
import { Document, type RenderedResponse } from "../cache/document.ts"
import { chooseEncoding, type Encoding } from "../cache/encodings.ts"
import { type Keepable, keepable, newsletterNotFoundPage, notFoundPage } from "../cache/keepable.ts"
import { tagsOfDocument } from "../cache/page-tags.ts"
import { sendDocument } from "../cache/serve.ts"
import type { RequestTarget } from "../request-target.ts"
import type { ErrorPages } from "./error-pages.ts"
import { withGone } from "./gone.ts"
import { askEachTime, keepNowhere, readerPolicy } from "./headers.ts"
import type { Limits } from "./limits.ts"
import { mayHavePage, pageList } from "./page-list.ts"
import type { Client } from "./quota.ts"
import { plainRequest } from "./reader-request.ts"
import { clean, failure, frame, send } from "./reader-response.ts"
import type { Found, Store } from "./store.ts"
import type { Upstream } from "./upstream.ts"
import type { Visitor } from "./visitor.ts"
import { overSignal } from "./when-over.ts"

export type Reader = {
  upstream: Upstream
  store: Store
  pages: ErrorPages
  limits: Limits
  https: boolean
  host: string
}

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
    if (route?.listed && !(await mayHavePage(reader.store, target.pathname, () => renderList(reader))))
      return answerMissing(reader, req, res)
    const found = await reader.store.find(page, client, () => renderToKeep(reader, page, encoding))
    if (found === "missing") return answerMissing(reader, req, res)
    if ("document" in found) return sendDocument(req, res, found.document)
    return send(reader.https, req, res, withQuery(found.answer, target.search))
  }
  const answer = await askFor(reader, asked, overSignal(res))
  if (isMissing(answer)) await answerMissing(reader, req, res)
  else await send(reader.https, req, res, clean(answer, reader.pages), { secret: route?.secret })
}

/** An address that has moved for good takes its query along; what is rendered knows no names but its own. */
function withQuery(answer: RenderedResponse, search: string): RenderedResponse {
  if (answer.status !== 308 || search === "") return answer
  const headers = answer.headers.map(([name, value]): [string, string] => {
    const [path = "", mark] = value.split("#")
    const moved = name === "location" && !path.includes("?")
    return [name, moved ? path + search + (mark === undefined ? "" : `#${mark}`) : value]
  })
  return { ...answer, headers }
}

/** What is asked for, and by whom; `nested` when Next asks on behalf of a request that it is answering. */
export type Asked = {
  target: RequestTarget
  route: Route | null
  visitor: Visitor
  client: Client
  nested: boolean
}

/** Asks for one visitor's page, in a place of theirs. */
export async function askFor(reader: Reader, asked: Asked, signal?: AbortSignal): Promise<RenderedResponse> {
  const { target, visitor, client } = asked
  const headers = { ...plainRequest(visitor.host, visitor.proto), "x-client-network": visitor.ipPrefix }
  const request = { method: "GET", path: target.url + target.search, headers }
  return reader.limits.shares.run(client, () => reader.upstream.render(request, signal), signal)
}

/** Where a page finds that it does not exist, Next answers 404 with a body that only a script would fill. */
export function isMissing({ status, body }: RenderedResponse): boolean {
  return status === 404 && (body.length === 0 || body.includes('<html id="__next_error__"'))
}

export async function answerMissing(
  reader: Reader,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const encoding = chooseEncoding(req.headers["accept-encoding"] as string | undefined)
  const page = req.url?.startsWith("/newsletter/") ? newsletterNotFoundPage : notFoundPage
  const found = await findNotFound(reader, encoding, page)
  if ("document" in found) sendDocument(req, res, found.document)
  else await send(reader.https, req, res, found.answer)
}

/** One page for all addresses of a kind that do not exist, rendered once: it takes nobody's share of rendering. */
async function findNotFound(reader: Reader, encoding: Encoding, page = notFoundPage) {
  const found = await reader.store.find(page, null, () => renderToKeep(reader, page, encoding))
  return found === "missing" ? { answer: failure(404, reader.pages) } : found
}

export async function notFoundAnswer(reader: Reader): Promise<RenderedResponse> {
  const found = await findNotFound(reader, "identity")
  if ("answer" in found) return found.answer
  const { document } = found
  const { message, headers: flat } = document.held("identity") ?? (await document.pack("identity"))
  const headers: [string, string][] = [["content-type", "text/html; charset=utf-8"]]
  const link = flat[flat.indexOf("link") + 1]
  if (flat.includes("link") && link) headers.push(["link", link])
  return { status: 404, headers, body: message.body }
}

function renderList(reader: Reader): Promise<Found> {
  return renderToKeep(reader, pageList, "identity")
}

async function renderToKeep(reader: Reader, page: Keepable, first: Encoding): Promise<Found> {
  const headers = plainRequest(reader.host, reader.https ? "https" : "http")
  if (page === newsletterNotFoundPage) headers["x-request-path"] = "/newsletter/"
  const rendered = await reader.upstream.render({ method: "GET", path: page.key, headers })
  const isNotFound = page === notFoundPage || page === newsletterNotFoundPage
  if (rendered.status === 404 && !isNotFound) return "missing"
  const answer = withGone(clean(rendered, reader.pages))
  const keeps = isNotFound ? answer.status === 404 : answer.status === 200 || answer.status === 410
  if (!keeps || !isForReaders(answer)) return { answer }
  // Held here only: an address that has no page may be a secret that is misspelled, or have one in a moment.
  const ofAll = [isNotFound ? keepNowhere : askEachTime, ...frame(reader.https, readerPolicy)]
  return { document: await Document.make(answer, ofAll, tagsOfDocument(page.tags, answer.body), first) }
}

/** Whether it is a page, a feed, a style sheet or an icon, and nobody's own. */
function isForReaders({ headers }: RenderedResponse): boolean {
  const type = headers.find(([name]) => name === "content-type")?.[1] ?? ""
  return (
    /^(text\/(html|css|plain|xml)|image\/(svg\+xml|png|x-icon)|application\/([\w.+-]*\+)?(xml|json))/.test(
      type,
    ) && !headers.some(([name]) => name === "set-cookie")
  )
}
