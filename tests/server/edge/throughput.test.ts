import { expect, test } from "vitest"
import { Throughput } from "../../../server/edge/throughput.ts"

test("uploads of many take turns, so that together they bring no more a second than is left beside readers", () => {
  let now = 0
  const throughput = new Throughput(1_000_000, () => now)
  // Each sends its next piece once its last one has passed.
  const senders = Array.from({ length: 30 }, () => ({ at: 0, passed: 0 }))
  for (; now < 2000; now++) {
    for (const sender of senders) {
      if (sender.at > now) continue
      sender.at = now + Math.max(1, throughput.takeTurn(64_000))
      if (sender.at < 2000) sender.passed += 64_000
    }
  }
  const passed = senders.map((sender) => sender.passed)
  const all = passed.reduce((sum, bytes) => sum + bytes, 0)
  expect(all).toBeGreaterThan(1_800_000)
  expect(all).toBeLessThanOrEqual(2_100_000)
  expect(Math.max(...passed) - Math.min(...passed)).toBeLessThanOrEqual(64_000)
})

test("one who uploads alone after a while waits for nobody", () => {
  let now = 0
  const throughput = new Throughput(1000, () => now)
  throughput.takeTurn(5000)
  now = 6000
  expect(throughput.takeTurn(5000)).toBe(0)
})
