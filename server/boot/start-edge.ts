import type { Env } from "../../lib/env.ts"
import { type EdgeThread, startEdgeThread } from "../edge/edge-thread.ts"

/** Takes the port, and with it settles the address. */
export async function startEdge(env: Env): Promise<EdgeThread> {
  const edge = await startEdgeThread(env.HOST, env.PORT, env.TRUSTED_PROXIES > 0)
  if (env.PORT === 0) {
    env.PORT = edge.port
    if (!process.env.SITE_URL) env.SITE_URL = `http://localhost:${edge.port}`
  }
  process.env.PORT = String(env.PORT)
  process.env.SITE_URL = env.SITE_URL
  return edge
}
