import { expect, test } from "vitest"
import { Throughput } from "../../../server/edge/throughput.ts"

test("uploads of many share the rate, so that together they bring no more a second than is left beside readers", () => {
  let now = 0
  const throughput = new Throughput(1_000_000, () => now)
  // Each sends its next piece once its last one has passed.
  const senders = Array.from({ length: 30 }, () => ({ ...throughput.begin(), at: 0, passed: 0 }))
  for (; now < 20_000; now++) {
    for (const sender of senders) {
      if (sender.at > now) continue
      sender.at = now + Math.max(1, sender.delayOf(64_000))
      if (sender.at < 20_000) sender.passed += 64_000
    }
  }
  const passed = senders.map((sender) => sender.passed)
  const all = passed.reduce((sum, bytes) => sum + bytes, 0)
  expect(all).toBeGreaterThan(18_000_000)
  // The first piece of each waits for nothing.
  expect(all).toBeLessThanOrEqual(22_000_000)
  expect(Math.max(...passed) - Math.min(...passed)).toBeLessThanOrEqual(64_000)
})

test("a thousand uploads that are begun and broken off keep nobody's photographs waiting", () => {
  const throughput = new Throughput(1000, () => 0)
  for (let n = 0; n < 1000; n++) {
    const sender = throughput.begin()
    sender.delayOf(64_000)
    sender.end()
    sender.end()
  }
  const editor = throughput.begin()
  expect([editor.delayOf(500), editor.delayOf(500), editor.delayOf(500)]).toEqual([0, 500, 1000])
})
