import type { IncomingMessage, ServerResponse } from "node:http"
import type { Metrics, MetricValues } from "./metrics.ts"
import { mayReadMetrics } from "./metrics-access.ts"
import type { Reply } from "./reply.ts"

export type Operator = {
  metrics: Metrics
  /** What the thread that renders tells. */
  otherMetrics: () => Promise<MetricValues>
  token?: string
  trustedProxies: number
  /** Whether the site has a name that others reach. */
  publicSite: boolean
}

/** Answers `/metrics` in the text format of Prometheus. */
export async function answerMetrics(
  { metrics, otherMetrics, ...rules }: Operator,
  req: IncomingMessage,
  res: ServerResponse,
  reply: Reply,
): Promise<void> {
  const { headers } = req
  if (!mayReadMetrics({ headers, remote: req.socket.remoteAddress }, rules)) {
    return reply.text(res, 401, refusal(rules.token), { "WWW-Authenticate": "Bearer" })
  }
  const { type, text } = await metrics.text(await otherMetrics())
  reply.text(res, 200, text.trimEnd(), { "Content-Type": type })
}

function refusal(token: string | undefined): string {
  return token
    ? "Send METRICS_TOKEN as a bearer token to read the metrics."
    : "Set METRICS_TOKEN and send it as a bearer token to read the metrics."
}
