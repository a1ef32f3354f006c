import { AsyncLocalStorage } from "node:async_hooks"
import type { IncomingMessage, ServerResponse } from "node:http"
import type { Registry } from "prom-client"
import { type CacheTag, onTagChanged } from "../../db/cache-tags.ts"
import { withPieces } from "../../lib/page-pieces.ts"
import { logError } from "../log.ts"
import { isDesk, readTarget } from "../request-target.ts"
import { changedTagsHeader } from "./upstream.ts"
import type { UpstreamSocket } from "./upstream-socket.ts"

/** Next's request handler, or whatever stands in for it. */
export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<unknown>

/** What the thread that renders tells of itself. */
export type Checks = {
  /** Rejects while the database does not answer; its lines say what else an operator should know. */
  ready(): Promise<string[]>
  metrics?: Registry
}

type Changed = (tag: CacheTag) => void

/**
 * Answers what the edge asks: about this thread itself, and all else with the handler.
 * @param changed is told what changes while no form is answered, as when comments close by date
 */
export function answerUpstream(
  { server }: UpstreamSocket,
  handler: Handler,
  { changed, ...checks }: Checks & { changed: Changed },
): void {
  const changes = new AsyncLocalStorage<Set<CacheTag>>()
  const forget = onTagChanged((tag) => {
    const ofRequest = changes.getStore()
    if (ofRequest) ofRequest.add(tag)
    else changed(tag)
  })
  server.once("close", forget)

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    res.sendDate = false
    if (await answerCheck(req, res, checks)) return
    if (req.method !== "POST") return render(handler, req, res)
    const tags = new Set<CacheTag>()
    nameChanges(res, tags)
    await changes.run(tags, () => render(handler, req, res))
  }

  server.on("request", (req, res) => {
    answer(req, res).catch((error: unknown) => {
      if (res.destroyed && isAbort(error)) return
      logError("rendering failed", error, req.url)
      if (res.headersSent) res.destroy()
      else res.writeHead(500).end()
    })
  })
}

/** Renders with a place for the pieces of a reader's page. At the desk React goes on in the browser, which has none. */
async function render(handler: Handler, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const target = readTarget(req.url)
  if (!target || isDesk(target.pathname)) await handler(req, res)
  else
    await withPieces(
      (forget) => res.once("close", forget),
      () => handler(req, res),
    )
}

/** The edge drops what changed before it passes the response on, so whoever acted sees the effect. */
function nameChanges(res: ServerResponse, tags: ReadonlySet<CacheTag>): void {
  const writeHead = res.writeHead.bind(res) as (...head: unknown[]) => ServerResponse
  res.writeHead = ((...head: unknown[]) => {
    if (tags.size > 0) res.setHeader(changedTagsHeader, [...tags].join(" "))
    return writeHead(...head)
  }) as typeof res.writeHead
}

async function answerCheck(req: IncomingMessage, res: ServerResponse, checks: Checks): Promise<boolean> {
  if (req.url === "/healthz") res.end()
  else if (req.url === "/readyz") {
    const lines = await checks.ready().catch(() => null)
    res.writeHead(lines ? 200 : 503).end(JSON.stringify(lines))
  } else if (req.url === "/metrics") {
    res.end(JSON.stringify((await checks.metrics?.getMetricsAsJSON()) ?? []))
  } else return false
  return true
}

/** What Next rejects with when the client of a stream has gone. */
function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "ResponseAborted"
}
