import type { IncomingMessage } from "node:http"
import type { Readable } from "node:stream"
import { signIpPrefix } from "./inner-trip.ts"
import { isRouterState } from "./router-state.ts"
import type { Visitor } from "./visitor.ts"

/**
 * Headers by which one part of Next talks to another, or a proxy to us, and those of one connection: nothing for visitors
 * to say.
 */
const notForwarded =
  /^(x-middleware-|x-invoke-|x-action-|x-vercel-|x-now-|x-prerender-|x-next-|x-nextjs-data$|x-nextjs-rewritten|x-matched-path$|x-forwarded-|x-real-ip$|x-client-|x-original-|x-rewrite-|x-http-method|next-resume|forwarded$|content-length$|content-security-policy|connection$|keep-alive$|upgrade$|te$|trailer$|transfer-encoding$|expect$|proxy-|traceparent$|tracestate$|baggage$|if-|range$)/

type Forwarded = { visitor: Visitor; policy?: string; body?: Buffer | Readable }

/** The headers with which a request is passed on to the desk's pages. */
export function forwardedHeaders(
  req: IncomingMessage,
  { visitor, policy, body }: Forwarded,
): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined && !notForwarded.test(name)) headers[name] = String(value)
  }
  const state = headers["next-router-state-tree"]
  if (state !== undefined && !isRouterState(state)) delete headers["next-router-state-tree"]
  headers.host = visitor.host
  headers["x-forwarded-host"] = visitor.host
  headers["x-forwarded-proto"] = visitor.proto
  Object.assign(headers, signIpPrefix(visitor.ipPrefix))
  if (headers.origin) headers.origin = `${visitor.proto}://${visitor.host}`
  if (policy) headers["content-security-policy"] = policy
  const length = body instanceof Uint8Array ? body.length : body && req.headers["content-length"]
  if (length !== undefined) headers["content-length"] = String(length)
  return headers
}
