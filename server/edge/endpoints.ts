import type { IncomingMessage, ServerResponse } from "node:http"
import { settlesWithin } from "./health.ts"
import { answerMetrics } from "./metrics-endpoint.ts"
import type { Reply } from "./reply.ts"
import type { EdgeContext } from "./request-handler.ts"

/** Answers what needs no page: files, and whether we are well. @returns false for all other addresses */
export async function answerEndpoint(
  { health, ready, operator, files, dev }: EdgeContext,
  reply: Reply,
  req: IncomingMessage,
  res: ServerResponse,
  pathname: string,
): Promise<boolean> {
  if (pathname === "/healthz") {
    const state = await health.health()
    reply.text(res, state === "dead" ? 503 : 200, state)
  } else if (pathname === "/readyz") {
    // Work that is overdue keeps nobody from serving: the status tells of the database alone.
    const lines = ["ready"]
    const asked = ready().then((more) => lines.push(...more))
    if (await settlesWithin(1000, asked)) reply.text(res, 200, lines.join("\n"))
    else reply.text(res, 503, "the database does not answer")
  } else if (pathname === "/metrics") await answerMetrics(operator, req, res, reply)
  else if (files.has(pathname)) await files.send(req, res, pathname)
  else if (pathname.startsWith("/_next") && !dev) reply.text(res, 404, "Not found")
  else return false
  return true
}
