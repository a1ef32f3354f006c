import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { followNews } from "@/components/moderation/queue/follow-news"
import { FakeSource } from "./fake-browser.ts"

beforeEach(() => {
  vi.useFakeTimers()
  FakeSource.all = []
  vi.stubGlobal("EventSource", FakeSource)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function follow() {
  const heard: unknown[] = []
  const lost: boolean[] = []
  let seen = 7
  const stop = followNews({
    seen: () => seen,
    onNews: (news) => {
      heard.push(news)
      seen = 9
    },
    onDisconnect: (ended) => lost.push(ended),
  })
  return { heard, lost, stop }
}

test("what happened between the page and its connection is asked for, and again after a refused one", async () => {
  const { heard, lost, stop } = follow()
  const [first] = FakeSource.all
  expect(first?.url).toBe("/desk/comments/live?since=7")
  first?.dispatchEvent(new MessageEvent("news", { data: '{"changes":[]}' }))
  expect(heard).toEqual([{ changes: [] }])

  // A cut connection is the browser's to open again, a refused one is ours.
  first?.dispatchEvent(new Event("error"))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(FakeSource.all).toHaveLength(1)
  first?.close()
  first?.dispatchEvent(new Event("error"))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(FakeSource.all[1]?.url).toBe("/desk/comments/live?since=9")
  expect(lost).toEqual([false, false])
  stop()
  expect(FakeSource.all[1]?.readyState).toBe(FakeSource.CLOSED)
})

test("a connection that the server ends is not opened again", async () => {
  const { lost, stop } = follow()
  FakeSource.all[0]?.dispatchEvent(new Event("left"))
  await vi.advanceTimersByTimeAsync(120_000)
  expect(FakeSource.all).toHaveLength(1)
  expect(lost).toEqual([true])
  stop()
})
