import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { shareNews } from "@/components/moderation/queue/share-news"
import type { LiveNews } from "@/lib/moderation/live/news"
import { FakeLocks, FakeSource } from "./fake-browser.ts"
import { changeOf, counts, waiting } from "./one-page.ts"

const open: (() => void)[] = []

beforeEach(() => {
  FakeSource.all = []
  vi.stubGlobal("EventSource", FakeSource)
  vi.stubGlobal("navigator", { locks: new FakeLocks() })
})
afterEach(() => {
  for (const close of open.splice(0)) close()
  vi.unstubAllGlobals()
})

/** A tab whose page was loaded when `seen` was the newest event. */
function openTab(seen: number, person = 1) {
  const tab = { seen, heard: [] as LiveNews[], lost: [] as boolean[], close: () => {} }
  tab.close = shareNews(person, {
    seen: () => tab.seen,
    onNews: (news) => {
      tab.heard.push(news)
      tab.seen = news.counts.newestEvent
    },
    onDisconnect: (ended) => tab.lost.push(ended),
  })
  open.push(tab.close)
  return tab
}

const newsAt = (event: number): LiveNews => ({
  counts: { ...counts, newestEvent: event },
  changes: [changeOf(waiting(1), { event })],
  all: false,
})

const streams = () => FakeSource.all.filter(({ readyState }) => readyState !== FakeSource.CLOSED)

test("seven tabs are one connection, and each hears everything", async () => {
  const tabs = Array.from({ length: 7 }, () => openTab(100))
  await expect.poll(() => streams().length).toBe(1)
  streams()[0]?.say(newsAt(101))
  for (const tab of tabs) await expect.poll(() => tab.heard).toContainEqual(newsAt(101))
  expect(streams()).toHaveLength(1)
})

test("when the tab with the connection closes, another goes on from the newest event that it has seen", async () => {
  const [first, second] = [openTab(100), openTab(100)]
  await expect.poll(() => streams().length).toBe(1)
  streams()[0]?.say(newsAt(105))
  await expect.poll(() => second.seen).toBe(105)
  first.close()
  await expect.poll(() => streams().map(({ url }) => url)).toEqual(["/desk/comments/live?since=105"])
  streams()[0]?.say(newsAt(106))
  await expect.poll(() => second.seen).toBe(106)
  expect(first.seen).toBe(105)
})

test("a tab that missed something while nobody had the connection reads its cards again", async () => {
  const [first, behind, ahead] = [openTab(100), openTab(100), openTab(104)]
  await expect.poll(() => streams().length).toBe(1)
  first.close()
  await expect.poll(() => streams().length).toBe(1)
  behind.close()
  await expect.poll(() => streams()[0]?.url).toBe("/desk/comments/live?since=104")
  const late = openTab(100)
  streams()[0]?.say(newsAt(105))
  await expect.poll(() => late.heard.some(({ all }) => all)).toBe(true)
  expect(ahead.heard.some(({ all }) => all)).toBe(false)
})

test("a tab that joins is told where things stand, and what it missed while it loaded", async () => {
  openTab(100)
  await expect.poll(() => streams().length).toBe(1)
  streams()[0]?.say(newsAt(105))
  const [current, behind] = [openTab(105), openTab(103)]
  await expect.poll(() => behind.heard[0]).toMatchObject({ counts: { newestEvent: 105 }, all: true })
  expect(current.heard[0]).toMatchObject({ changes: [], all: false })
})

test("a session that has ended is said in every tab of that person and in no other's", async () => {
  const tabs = [openTab(100), openTab(100)]
  await expect.poll(() => streams().length).toBe(1)
  const colleague = openTab(100, 2)
  await expect.poll(() => streams().length).toBe(2)
  streams()[0]?.dispatchEvent(new Event("left"))
  for (const tab of tabs) await expect.poll(() => tab.lost).toEqual([true])
  expect(colleague.lost).toEqual([])
  // A new session opens a new connection.
  openTab(100)
  await expect.poll(() => streams().length).toBe(2)
})

test("without locks a tab has a connection of its own while it is in sight", () => {
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" })
  vi.stubGlobal("document", page)
  vi.stubGlobal("navigator", {})
  const turn = (visibilityState: string) => {
    page.visibilityState = visibilityState
    page.dispatchEvent(new Event("visibilitychange"))
  }
  const tab = openTab(100)
  expect(streams()).toHaveLength(1)
  turn("hidden")
  expect(streams()).toHaveLength(0)
  tab.seen = 103
  turn("visible")
  expect(streams().map(({ url }) => url)).toEqual(["/desk/comments/live?since=103"])
  tab.close()
  expect(streams()).toHaveLength(0)
})
