import type { MetricValues } from "./metrics.ts"
import { singleFlight } from "./single-flight.ts"
import type { Upstream } from "./upstream.ts"

/** How long a busy thread may take to tell of its metrics; after that it has none this time. */
const patience = 1000

/** What the edge asks the server that renders about itself. */
export function upstreamChecks(upstream: Upstream) {
  const ask = async (path: string): Promise<Buffer> => {
    const { status, body } = await upstream.render({ method: "GET", path, headers: {} })
    if (status !== 200) throw new Error(`${path} answered ${status}`)
    return body
  }
  const metrics = async (): Promise<MetricValues> => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<MetricValues>((resolve) => {
      timer = setTimeout(resolve, patience, [])
    })
    const read = ask("/metrics").then(
      (body) => JSON.parse(body.toString("utf8")) as MetricValues,
      () => [],
    )
    return Promise.race([read, late]).finally(() => clearTimeout(timer))
  }
  return {
    alive: singleFlight(() => ask("/healthz")),
    ready: singleFlight(async () => JSON.parse((await ask("/readyz")).toString("utf8")) as string[]),
    readMetrics: singleFlight(metrics),
  }
}
