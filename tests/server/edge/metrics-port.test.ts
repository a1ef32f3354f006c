import { MessageChannel } from "node:worker_threads"
import { Gauge, Registry } from "prom-client"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { answerMetricsOf, remoteMetrics } from "../../../server/edge/metrics-port.ts"

const turn = () => new Promise(setImmediate)

let channel: MessageChannel
beforeEach(() => {
  channel = new MessageChannel()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  channel.port1.close()
})

test("an answer that comes too late is never taken for that of the next question", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] })
  const { port1: near, port2: far } = channel
  const register = new Registry()
  const gauge = new Gauge({ name: "asked", help: "x", registers: [register] })
  const gates: (() => void)[] = []
  // Each question is answered with its own number, and only when its gate opens.
  gauge.set(0)
  const read = register.getMetricsAsJSON.bind(register)
  vi.spyOn(register, "getMetricsAsJSON").mockImplementation(async () => {
    gauge.inc()
    const values = structuredClone(await read())
    await new Promise<void>((open) => gates.push(open))
    return values
  })
  answerMetricsOf(far, register)
  const ask = remoteMetrics(near)

  const first = ask()
  while (gates.length < 1) await turn()
  vi.advanceTimersByTime(1000)
  expect(await first).toEqual([])
  expect(near.listenerCount("message")).toBeLessThanOrEqual(1)

  const second = ask()
  while (gates.length < 2) await turn()
  gates[0]?.()
  gates[1]?.()
  expect(await second).toMatchObject([{ values: [{ value: 2 }] }])
  expect(near.listenerCount("message")).toBeLessThanOrEqual(1)
})

test("a metric that cannot be read is a line in the log, and the app goes on", async () => {
  const lines: string[] = []
  vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0)
  const register = new Registry()
  const collect = () => {
    throw new Error("no such file")
  }
  new Gauge({ name: "broken", help: "x", registers: [register], collect })
  answerMetricsOf(channel.port2, register)
  expect(await remoteMetrics(channel.port1)()).toEqual([])
  expect(lines.join()).toContain("metrics failed")
})
