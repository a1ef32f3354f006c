import type { IncomingMessage } from "node:http"
import type { Visitor } from "./visitor.ts"

/** All that a page learns of who asks for it: nothing. So one visitor's page is every visitor's page. */
export function plainRequest(host: string, proto: string): Record<string, string> {
  return { host, accept: "text/html,*/*", "x-forwarded-host": host, "x-forwarded-proto": proto }
}

export function formRequest(req: IncomingMessage, visitor: Visitor, body: Buffer): Record<string, string> {
  const { cookie, "content-type": type, "user-agent": agent, origin } = req.headers
  return {
    ...plainRequest(visitor.host, visitor.proto),
    "x-client-network": visitor.ipPrefix,
    "content-length": String(body.length),
    ...(type ? { "content-type": type } : {}),
    ...(cookie ? { cookie } : {}),
    ...(agent ? { "user-agent": agent } : {}),
    // It was judged at the edge; Next compares it with the host that we name.
    ...(origin ? { origin: `${visitor.proto}://${visitor.host}` } : {}),
  }
}
