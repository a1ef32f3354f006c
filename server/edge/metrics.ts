import type { IncomingMessage, ServerResponse } from "node:http"
import {
  AggregatorRegistry,
  Counter,
  collectDefaultMetrics,
  Gauge,
  type MetricObjectWithValues,
  type MetricValue,
  Registry,
} from "prom-client"
import { isDesk } from "../request-target.ts"
import type { Limits } from "./limits.ts"
import type { Store } from "./store.ts"

/** One thread's metrics, as they are sent to another. */
export type MetricValues = MetricObjectWithValues<MetricValue<string>>[]

/** What Node tells of a thread: event-loop delay, heap, garbage collection; of the process, each thread tells the same. */
export function threadMetrics(thread: "edge" | "app"): Registry {
  const register = new Registry()
  collectDefaultMetrics({ register, labels: { thread }, eventLoopMonitoringPrecision: 20 })
  if (thread === "app") {
    for (const { name } of register.getMetricsAsArray()) {
      if (name.startsWith("process_")) register.removeSingleMetric(name)
    }
  }
  return register
}

/** Counts what the edge does. Nothing here looks at an address beyond its first segment, so no label is a visitor's. */
export class Metrics {
  readonly #register = threadMetrics("edge")
  readonly #answers = new Map<string, number>()

  constructor({ documents, counts }: Store, { shares }: Limits) {
    this.#counter("masthead_requests_total", "Requests answered", ["kind", "status"], (counter) => {
      for (const [key, count] of this.#answers) {
        const [kind = "", status = ""] = key.split(" ")
        counter.inc({ kind, status }, count)
      }
    })
    const documentCounts = [
      ["hits", "Requests answered with a held document"],
      ["misses", "Requests that waited for a document to be rendered"],
      ["dropped", "Documents that a change dropped"],
    ] as const
    for (const [name, help] of documentCounts) {
      this.#counter(`masthead_documents_${name}_total`, help, [], (counter) => counter.inc(counts[name]))
    }
    this.#gauge("masthead_documents_held", "Documents in memory", () => documents.count)
    this.#gauge("masthead_documents_bytes", "Memory of the documents held", () => documents.bytes)
    this.#gauge("masthead_renders_running", "Requests in a place for rendering", () => shares.counts.running)
    this.#gauge("masthead_renders_waiting", "Requests that wait for one", () => shares.counts.waiting)
  }

  #gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.#register],
      collect() {
        this.set(read())
      },
    })
  }

  #counter(name: string, help: string, labelNames: string[], read: (counter: Counter) => void): void {
    new Counter({
      name,
      help,
      labelNames,
      registers: [this.#register],
      collect() {
        this.reset()
        read(this)
      },
    })
  }

  /** Counts the answer to a request, once it is there. */
  count(req: IncomingMessage, res: ServerResponse): void {
    // A held document is answered by now; a listener on each of them would be a tenth of what they cost.
    if (!res.writableEnded) res.once("close", () => this.#add(kindOf(req), res))
    else if (res.statusCode >= 400) this.#add(kindOf(req), res)
    else this.#add("held", res)
  }

  #add(kind: string, { headersSent, statusCode }: ServerResponse): void {
    const key = `${kind} ${headersSent ? statusCode : "aborted"}`
    this.#answers.set(key, (this.#answers.get(key) ?? 0) + 1)
  }

  /** @param others what other threads tell */
  async text(others: MetricValues): Promise<{ type: string; text: string }> {
    const threads = [(await this.#register.getMetricsAsJSON()) as MetricValues, others]
    // No two threads tell the same: their label is another. So nothing is added up, averaged or left out.
    const apart = threads.map((metrics) => metrics.map(asOne))
    const all = AggregatorRegistry.aggregate(apart as object[])
    return { type: all.contentType, text: await all.metrics() }
  }
}

/** Few, whatever is asked for. */
function kindOf({ method, url = "" }: IncomingMessage): string {
  const [path = ""] = url.split("?", 1)
  if (method === "POST") return isDesk(path) ? "desk_form" : "form"
  if (/^\/(healthz|readyz|metrics)$/.test(path)) return "operator"
  if (path.startsWith("/_next/")) return "file"
  return isDesk(path) ? "desk" : "reader"
}

/** What is the process's is no thread's. */
function asOne(metric: MetricValues[number]): MetricValues[number] {
  const values = metric.name.startsWith("process_")
    ? metric.values.map((value) => ({ ...value, labels: {} }))
    : metric.values
  return { ...metric, values, aggregator: "sum" }
}
