import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { retryInterrupted } from "@/components/media/retry-interrupted"
import { file, sendByHand, taken } from "./send-by-hand.ts"

let network: EventTarget

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] })
  network = new EventTarget()
  vi.stubGlobal("window", network)
  vi.stubGlobal("navigator", { onLine: true })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function begin(...names: string[]) {
  const desk = sendByHand()
  const stop = retryInterrupted(desk.uploads)
  desk.uploads.add(names.map(file))
  return { ...desk, stop }
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000)

test("an upload goes on by itself after the site was away while the network was there, and says that it will", async () => {
  const { uploads, sent, states } = begin("a")
  await sent[0]?.lose()
  const [row] = uploads.view()
  expect(row?.message).toBe("The connection was lost. The upload will restart automatically.")
  await seconds(1.9)
  expect([sent.length, states()]).toEqual([1, ["interrupted"]])
  await seconds(0.1)
  expect([sent.length, states()]).toEqual([2, ["sending"]])
  await sent[1]?.answer(taken(1))
  await seconds(600)
  expect([sent.length, states()]).toEqual([2, ["done"]])
})

test("a site that stays away is asked ever less often, twice a minute in the end", async () => {
  const { sent } = begin("a")
  for (const [tries, pause] of [2, 4, 8, 16, 30, 30, 30].entries()) {
    await sent[tries]?.lose()
    await seconds(pause - 0.1)
    expect(sent).toHaveLength(tries + 1)
    await seconds(0.1)
    expect(sent).toHaveLength(tries + 2)
  }
})

test("an upload that somebody cancelled is not sent again, and the others are", async () => {
  const { uploads, sent, states } = begin("a", "b")
  await sent[0]?.lose()
  await sent[1]?.lose()
  uploads.stop(1)
  await seconds(60)
  expect([states(), sent.map(({ name }) => name)]).toEqual([
    ["stopped", "sending"],
    ["a", "b", "b"],
  ])
})

test("whoever presses Try again does not wait, and the file is sent once only", async () => {
  const { uploads, sent } = begin("a")
  await sent[0]?.lose()
  uploads.again(1)
  await seconds(60)
  expect(sent).toHaveLength(2)
})

test("without a network nothing is sent, and everything at once when it is back", async () => {
  const { sent, states } = begin("a", "b")
  vi.stubGlobal("navigator", { onLine: false })
  await sent[0]?.lose()
  await sent[1]?.lose()
  await seconds(600)
  expect([sent.length, states()]).toEqual([2, ["interrupted", "interrupted"]])
  vi.stubGlobal("navigator", { onLine: true })
  network.dispatchEvent(new Event("online"))
  expect([sent.length, states()]).toEqual([4, ["sending", "sending"]])
})

test("a part of the page that is gone sends nothing any more", async () => {
  const { sent, stop } = begin("a", "b")
  await sent[0]?.lose()
  stop()
  await sent[1]?.lose()
  network.dispatchEvent(new Event("online"))
  await seconds(600)
  expect(sent).toHaveLength(2)
})
