import type { IncomingMessage, ServerResponse } from "node:http"
import type { Metrics, MetricValues } from "./metrics.ts"
import { mayReadMetrics } from "./metrics-access.ts"

export type Operator = {
  metrics: Metrics
  /** What the thread that renders tells, where it is another. */
  otherMetrics?: () => Promise<MetricValues>
  token?: string
  trustedProxies: number
  /** Whether the site has a name that others reach. */
  publicSite: boolean
}

type Say = (res: ServerResponse, status: number, text: string, type?: string) => void

/** Answers `/metrics` in the text format of Prometheus. */
export async function answerMetrics(
  { metrics, otherMetrics, ...rules }: Operator,
  req: IncomingMessage,
  res: ServerResponse,
  say: Say,
): Promise<void> {
  const { headers } = req
  if (!mayReadMetrics({ headers, remote: req.socket.remoteAddress }, rules)) {
    res.setHeader("WWW-Authenticate", "Bearer")
    return say(res, 401, refusal(rules.token))
  }
  const { type, text } = await metrics.text((await otherMetrics?.()) ?? [])
  say(res, 200, text.trimEnd(), type)
}

function refusal(token: string | undefined): string {
  return token
    ? "Send METRICS_TOKEN as a bearer token to read the metrics."
    : "Set METRICS_TOKEN and send it as a bearer token to read the metrics."
}
