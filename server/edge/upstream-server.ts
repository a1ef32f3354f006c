import { AsyncLocalStorage } from "node:async_hooks"
import { randomBytes } from "node:crypto"
import fs from "node:fs"
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import os from "node:os"
import path from "node:path"
import type { Registry } from "prom-client"
import { type CacheTag, onTagChanged } from "../../db/cache-tags.ts"
import { logError } from "../log.ts"
import { StartupError } from "../startup-error.mjs"
import { changedTagsHeader } from "./upstream.ts"

/** Next's request handler, or whatever stands in for it. */
export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<unknown>

/** What the thread that renders tells of itself. */
export type Checks = {
  /** Rejects while the database does not answer; its lines say what else an operator should know. */
  ready(): Promise<string[]>
  metrics?: Registry
}

type Changed = (tag: CacheTag) => void

export type UpstreamServer = { server: Server; socketPath: string; close(): Promise<void> }

/** Listens where only this user's processes can connect, and where no port of the machine is taken. */
export async function listenOnSocket(): Promise<UpstreamServer> {
  // The edge has bounded and timed what comes in; a connection that it holds is not ended under its hands.
  const server = createServer({
    keepAliveTimeout: 0,
    headersTimeout: 0,
    requestTimeout: 0,
    maxHeaderSize: 64 * 1024,
  })
  // Beyond a count Node would drop headers in silence, and ours come last; the edge has bounded their bytes.
  server.maxHeadersCount = 0
  const { socketPath, remove } = makePath()
  process.once("exit", remove)
  await new Promise<void>((resolve, reject) => {
    server.once("error", () =>
      reject(
        new StartupError(
          `No socket can be made at ${socketPath}: set TMPDIR to a short path that is writable.`,
        ),
      ),
    )
    server.listen(socketPath, resolve)
  })
  return {
    server,
    socketPath,
    async close() {
      process.off("exit", remove)
      server.close()
      server.closeAllConnections()
      remove()
    },
  }
}

function makePath() {
  if (process.platform === "win32") {
    return { socketPath: `\\\\.\\pipe\\masthead-${randomBytes(12).toString("hex")}`, remove: () => {} }
  }
  // Not in DATA_DIR: a socket's path may have 104 bytes. The folder is this user's alone (mode 0700).
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "masthead-"))
  return {
    socketPath: path.join(folder, "socket"),
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  }
}

/**
 * Answers what the edge asks: about this thread itself, and all else with the handler.
 * @param changed is told what changes while no form is answered, as when comments close by date
 */
export function answerUpstream(
  { server }: UpstreamServer,
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
    if (req.method !== "POST") await handler(req, res)
    else {
      const tags = new Set<CacheTag>()
      nameChanges(res, tags)
      await changes.run(tags, () => handler(req, res))
    }
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
