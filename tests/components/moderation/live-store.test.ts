import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { changeOf, counts, decided, news, openPage, undone, waiting } from "./one-page.ts"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const settle = () => vi.advanceTimersByTimeAsync(0)

const three = () => [waiting(1), waiting(2), waiting(3)]

test("a colleague decides about the comment I have open: its card shows that, and my keys say so", async () => {
  const { store, site, card, state } = openPage(three())
  store.focus(2)
  const now = decided(waiting(2), "spam", "Ben", 500)
  site.comments.set(2, now)
  store.onNews(news(changeOf(now)))
  await settle()
  expect(site.read).toEqual([[2]])
  expect(card(2).shown).toMatchObject({ status: "spam", standing: { by: "Ben" } })
  store.approve()
  expect(site.sent).toEqual([])
  expect(state().announced).toBe("This comment is decided. Press u to undo that, or j for the next one.")
})

test("a rejection whose reason is asked for takes nothing that a colleague decides meanwhile", async () => {
  const { store, site, state } = openPage(three())
  store.askReason(2)
  const now = decided(waiting(2), "approve", "Ben", 500)
  site.comments.set(2, now)
  store.onNews(news(changeOf(now)))
  await settle()
  store.reject({ reason: "untrue", line: "" })
  expect(site.sent).toEqual([])
  expect(state().announced).toBe("The comment has changed meanwhile. Read it again, then decide.")
})

test("a colleague's decision can be taken back, and theirs to take mine back is shown", async () => {
  const { store, site, card, state } = openPage(three())
  store.focus(1)
  store.approve()
  await settle()
  const now = undone(card(1).item, "Ben", 2000)
  site.comments.set(1, now)
  store.onNews(news(changeOf(now)))
  await settle()
  expect(card(1).shown).toMatchObject({ status: "pending", last: { action: "undone", by: "Ben" } })
  store.focus(2)
  store.undo()
  expect(state().announced).toBe("There is nothing to undo about this comment.")
})

test("nothing is read again for what a card shows already, and for who has it open", async () => {
  const { store, site, card } = openPage(three())
  store.onNews(news(changeOf(waiting(1)), changeOf(waiting(2), { event: 5 })))
  store.onNews(news(changeOf(waiting(1), { open: { staffId: 2, by: "Ben" } })))
  await settle()
  expect(site.read).toEqual([])
  expect(card(1).shown.openedBy).toBe("Ben")
  store.onNews(news(changeOf(waiting(1), { open: { staffId: 1, by: "Ana" } })))
  expect(card(1).shown.openedBy).toBeNull()
})

test("what leaves a comment as it stood is read too, as the denial of an appeal", async () => {
  const { store, site } = openPage(three())
  store.onNews(news(changeOf(waiting(1), { event: 500 })))
  await settle()
  expect(site.read).toEqual([[1]])
})

test("a report, a note and a change of the text are read though nobody decided", async () => {
  const { store, site, card } = openPage(three())
  const note = { id: 4, by: "Ben", body: "Look.", at: new Date(0), undoable: false }
  site.comments.set(1, waiting(1, { reports: { count: 1, reasons: ["spam"], notes: [] } }))
  site.comments.set(2, waiting(2, { notes: [note] }))
  site.comments.set(3, waiting(3, { version: 2, body: "Other words." }))
  store.onNews(news(...[...site.comments.values()].map((item) => changeOf(item))))
  await settle()
  expect(site.read).toEqual([[1, 2, 3]])
  expect(card(1).shown.reports.count).toBe(1)
  expect(card(2).shown.notes).toEqual([note])
  expect(card(3).shown.body).toBe("Other words.")
})

test("two hundred decided at once are one request, for the cards of this page only", async () => {
  const items = Array.from({ length: 50 }, (_, at) => waiting(at + 1))
  const { store, site, card } = openPage(items)
  const all = Array.from({ length: 200 }, (_, at) => decided(waiting(at + 1), "spam", "Ben", 5000 + at))
  for (const item of all) site.comments.set(item.id, item)
  store.onNews(news(...all.map((item) => changeOf(item))))
  await settle()
  expect(site.read).toEqual([items.map(({ id }) => id)])
  for (const { id } of items) expect(card(id).shown.status).toBe("spam")
})

test("news that come while cards are read are one more request, however many", async () => {
  const { store, site, hold } = openPage(three())
  const release = hold()
  for (const [event, id] of [
    [500, 1],
    [501, 2],
    [502, 3],
    [503, 2],
  ] as const) {
    const item = decided(waiting(id), "spam", "Ben", event)
    site.comments.set(id, item)
    store.onNews(news(changeOf(item)))
  }
  expect(site.read).toEqual([[1]])
  release()
  await settle()
  expect(site.read).toEqual([[1], [2, 3]])
})

test("a card that waits for an answer is read after it, and never shows less than was answered", async () => {
  const { store, site, card, hold } = openPage(three())
  const release = hold()
  store.focus(1)
  store.approve()
  store.onNews(news(changeOf(waiting(1), { note: 4 })))
  expect(site.read).toEqual([])
  release()
  await settle()
  expect(site.read).toEqual([[1]])
  expect(card(1)).toMatchObject({ sending: 0, shown: { status: "approved" } })

  const late = hold()
  store.onNews(news(changeOf(card(2).item, { note: 4 })))
  const old = [waiting(2)]
  site.comments.set(2, decided(waiting(2), "approve", "Ana", 3000))
  store.replace(site.comments.get(2) as (typeof old)[0], "Approved, and your reply is on the page.")
  site.comments.set(2, waiting(2))
  late()
  await settle()
  expect(card(2).shown.status).toBe("approved")
})

test("what was read before a press does not hide it", async () => {
  const { store, site, card, hold } = openPage(three())
  const read = hold()
  store.onNews(news(changeOf(waiting(1), { note: 4 })))
  const answer = hold()
  store.focus(1)
  store.approve()
  read()
  await settle()
  expect(card(1)).toMatchObject({ sending: 1, shown: { status: "approved" } })
  answer()
  await settle()
  expect(site.read).toEqual([[1], [1]])
  expect(card(1)).toMatchObject({ sending: 0, shown: { status: "approved" } })
})

test("a comment whose row is gone leaves its card empty", async () => {
  const { store, site, card } = openPage(three())
  site.comments.delete(1)
  store.onNews(news(changeOf(waiting(1), { event: 500, status: "deleted" })))
  await settle()
  expect(card(1).shown).toMatchObject({ status: "deleted", name: "Deleted" })
  expect(card(1).shown.body).not.toContain("Words.")
})

test("cards that could not be read are read again later", async () => {
  const { store, site, card } = openPage(three())
  const item = decided(waiting(1), "spam", "Ben", 500)
  site.comments.set(1, item)
  site.reachable = false
  store.onNews(news(changeOf(item)))
  await settle()
  expect(card(1).shown.status).toBe("pending")
  site.reachable = true
  await vi.advanceTimersByTimeAsync(10_000)
  expect(card(1).shown.status).toBe("spam")
  expect(site.read).toEqual([[1], [1]])
})

test("what comes in is counted and not pushed in; what has gone again is not", () => {
  const { store, state } = openPage(three())
  const [fourth, fifth] = [waiting(40), waiting(50)]
  store.onNews(news(changeOf(fourth), changeOf(fifth)))
  expect(state()).toMatchObject({ order: [1, 2, 3], arrivals: { ids: [40, 50], more: false } })
  store.onNews(news(changeOf(decided(fourth, "spam", "Ben", 600))))
  expect(state().arrivals.ids).toEqual([50])
})

test("a colleague who opens a comment of the next page brings nothing in", () => {
  const { store, state } = openPage(three())
  store.onNews(news(changeOf(waiting(9), { open: { staffId: 2, by: "Ben" } })))
  expect(state().arrivals.ids).toEqual([])
})

test("an appeal comes in where appeals are answered, and nowhere else", () => {
  const appeal = { id: 1, body: "Why?", at: new Date(0), own: false, secondLook: false }
  const appealed = changeOf(waiting(40, { status: "rejected", appeal }))
  for (const [queue, ids] of [
    ["appeals", [40]],
    ["waiting", []],
    ["rejected", []],
  ] as const) {
    const { store, state } = openPage([], queue)
    store.onNews(news(appealed))
    expect(state().arrivals.ids).toEqual(ids)
  }
})

test("a cut connection is said, and what was missed is caught up with", async () => {
  const { store, site, state, card } = openPage(three())
  store.onDisconnect(false)
  expect(state().connection).toBe("lost")
  for (const id of [1, 2, 3]) site.comments.set(id, decided(waiting(id), "spam", "Ben", 500 + id))
  store.onNews({ counts: { ...counts, waiting: 0, undecided: 0 }, changes: [], all: true })
  await settle()
  expect(state()).toMatchObject({ connection: "open", counts: { waiting: 0 }, arrivals: { more: true } })
  expect(site.read).toEqual([[1, 2, 3]])
  for (const id of [1, 2, 3]) expect(card(id).shown.status).toBe("spam")
  store.onDisconnect(true)
  expect(state().connection).toBe("ended")
})

test("that a colleague had it open is no refusal any more once they have let go", async () => {
  const { store, site, card } = openPage([waiting(1, { openedBy: "Ben" })])
  site.refusals = ["Ben has this open."]
  store.focus(1)
  store.approve()
  await settle()
  expect(card(1)).toMatchObject({ refused: true, message: "Ben has this open." })
  store.onNews(news(changeOf(waiting(1))))
  expect(card(1)).toMatchObject({ refused: false, message: "", shown: { openedBy: null } })
})
