import type { Server } from "node:http"
import type { Env } from "../../lib/env.ts"
import { openEdge } from "../edge/edge.ts"
import { type EdgeThread, startEdgeThread } from "../edge/edge-thread.ts"
import { takePort } from "../edge/listener.ts"

/** The edge, and in development the server behind it. */
export type EdgeProcess = EdgeThread & { httpServer?: Server }

/** Takes the port, and with it settles the address. */
export async function startEdge(env: Env, { dev }: { dev: boolean }): Promise<EdgeProcess> {
  const listener = await (dev ? developmentEdge : startEdgeThread)(
    env.HOST,
    env.PORT,
    env.TRUSTED_PROXIES > 0,
  )
  if (env.PORT === 0) {
    env.PORT = listener.port
    if (!process.env.SITE_URL) env.SITE_URL = `http://localhost:${listener.port}`
  }
  process.env.PORT = String(env.PORT)
  process.env.SITE_URL = env.SITE_URL
  return listener
}

/** In this very thread: hot reload speaks to the browser through the listener's own server. */
async function developmentEdge(host: string, port: number, behindProxies: boolean): Promise<EdgeProcess> {
  const listener = await takePort(host, port, { behindProxies })
  let edge: { stop(): Promise<void> } | undefined
  return {
    port: listener.port,
    httpServer: listener.server,
    async open(next, checks, opening) {
      edge = await openEdge(listener, next, checks, opening)
    },
    async close(patience) {
      // Pages open in development hold event streams that never end: close after a second.
      await listener.close(Math.min(patience, 1000))
      await edge?.stop()
    },
  }
}
