import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { isUnconfirmed, lineFor, unanswered } from "@/components/moderation/queue/state"
import type { QueueItem } from "@/lib/moderation/types"
import { decided, openPage, waiting } from "./one-page.ts"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Lets every answer arrive that is on its way. */
const settle = () => vi.advanceTimersByTimeAsync(0)

const three = () => [waiting(1), waiting(2), waiting(3)]

test("a moderator clears the page by one key: each decision brings up the next comment", async () => {
  const { store, state, site } = openPage(three())
  store.walk(1)
  for (const id of [1, 2, 3]) {
    expect(state().focused).toBe(id)
    store.approve()
  }
  await settle()
  expect(site.sent).toEqual(["approve 1 v1", "approve 2 v1", "approve 3 v1"])
  expect(state().focused).toBe(3)
  expect(state().announced).toBe("Approved: Reader 3’s comment. Nothing left to decide on this page.")
})

test("that nothing is left is said once, with the last answer", async () => {
  const { store, state, hold } = openPage(three())
  const release = hold()
  const said = new Set<string>()
  store.subscribe(() => said.add(state().announced))
  store.walk(1)
  for (let n = 0; n < 3; n++) store.approve()
  release()
  await settle()
  expect([...said].filter(Boolean)).toEqual([
    "Approved: Reader 1’s comment.",
    "Approved: Reader 2’s comment.",
    "Approved: Reader 3’s comment. Nothing left to decide on this page.",
  ])
})

test("the next comment is the next undecided one below, then the first from the top", async () => {
  const { store, state } = openPage(three())
  store.focus(2)
  store.decide("spam")
  expect(state().move).toEqual({ to: 3 })
  store.askReason()
  store.reject({ reason: "abusive", line: "" })
  expect(state().focused).toBe(1)
  await settle()
})

test("a rejection waits for its reason: nothing is decided without one, and a pressed button keeps its card", async () => {
  const { store, state, site } = openPage(three())
  store.focus(2)
  store.askReason(2)
  expect(state().asking).toMatchObject({ id: 2, advance: false })
  store.reject({ reason: null, line: "" })
  store.reject({ reason: "untrue", line: "" })
  expect(site.sent).toEqual([])
  store.askReason(2)
  store.reject({ reason: "untrue", line: "The bridge opened in 1931." })
  expect(state()).toMatchObject({ asking: null, focused: 2 })
  await settle()
  expect(site.sent).toEqual(["reject 2 v1 untrue"])
})

test("what a colleague has open comes up only when there is nothing else", () => {
  const { store, state } = openPage([waiting(1), waiting(2, { openedBy: "Ben" }), waiting(3)])
  store.focus(1)
  store.approve()
  expect(state().focused).toBe(3)
  store.approve()
  expect(state().focused).toBe(2)
})

test("a decision shows at once, and what the server answers replaces it", async () => {
  const { store, card, hold } = openPage(three())
  const release = hold()
  store.focus(1)
  store.askReason()
  store.reject({ reason: "abusive", line: "" })
  expect(card(1)).toMatchObject({ sending: 1, shown: { status: "rejected", standing: { by: "you" } } })
  release()
  await settle()
  expect(card(1)).toMatchObject({ sending: 0, shown: { status: "rejected", standing: { by: "Ana" } } })
})

test("u takes back the last decision though the focus has moved on, and comes back to its card", async () => {
  const { store, state, card, site } = openPage(three())
  store.focus(1)
  store.approve()
  store.decide("spam")
  await settle()
  expect(state().focused).toBe(3)
  store.undo()
  expect(state()).toMatchObject({ focused: 2, move: { to: 2 } })
  store.undo()
  expect(state().focused).toBe(1)
  await settle()
  expect(site.sent.slice(2)).toEqual(["undo 2 v1 1002", "undo 1 v1 1001"])
  for (const id of [1, 2]) expect(card(id).shown).toMatchObject({ status: "pending", standing: null })
  store.undo()
  expect(state().announced).toBe("There is nothing to undo about this comment.")
})

test("u on a decided card that somebody went to takes back that one", () => {
  const { store, state } = openPage(three())
  store.focus(1)
  store.approve()
  store.approve()
  store.walk(-1)
  store.walk(-1)
  store.undo()
  expect(state().focused).toBe(1)
})

test("u takes back the approval that came with a reply, when that was the last decision", async () => {
  const { store, state, site } = openPage(three())
  store.focus(1)
  store.approve()
  const replied = decided(waiting(2), "approve", "Ana", 900)
  site.comments.set(2, replied)
  store.replace(replied, "Approved, and your reply is on the page.")
  store.focus(3)
  store.undo()
  expect(state().focused).toBe(2)
  await settle()
  expect(site.sent.at(-1)).toBe("undo 2 v1 900")
})

test("an older decision about the card that came up is not what u takes back", async () => {
  const standing = {
    id: 7,
    verdict: "approved" as const,
    by: "Ben",
    reason: "",
    line: null,
    at: new Date(0),
    undoable: true,
  }
  const reported = (id: number): QueueItem =>
    waiting(id, { status: "approved", standing, reports: { count: 1, reasons: ["spam"], notes: [] } })
  const { store, state, site } = openPage([reported(1), reported(2)], "reported")
  store.focus(1)
  store.decide("spam")
  expect(state().focused).toBe(2)
  store.undo()
  await settle()
  expect(site.sent.at(-1)).toBe("undo 1 v1 1001")
})

test("an undo need not wait for the answer about what it takes back", async () => {
  const { store, card, site, hold } = openPage(three())
  const release = hold()
  store.focus(1)
  store.approve()
  store.undo()
  expect(card(1).shown.status).toBe("pending")
  release()
  await settle()
  expect(site.sent).toEqual(["approve 1 v1", "undo 1 v1 1001"])
  expect(card(1)).toMatchObject({ sending: 0, shown: { status: "pending" } })
})

test("a refused decision comes back with its sentence, is announced by its card alone, and cannot be undone", async () => {
  const { store, state, card, site } = openPage(three())
  site.refusals = ["Ben approved this a moment ago."]
  store.focus(1)
  store.decide("spam")
  await settle()
  expect(card(1)).toMatchObject({ refused: true, message: "Ben approved this a moment ago." })
  expect(state()).toMatchObject({ announced: "", decided: [], focused: 2 })
})

test("what was pressed after a decision that is refused is not sent: nobody undoes a colleague's unseen", async () => {
  const { store, site, card, hold } = openPage(three())
  site.refusals = ["Ben approved this a moment ago."]
  const release = hold()
  store.focus(1)
  store.decide("spam")
  store.undo()
  release()
  await settle()
  expect(site.sent).toEqual(["spam 1 v1"])
  expect(card(1)).toMatchObject({ sending: 0, refused: true })
})

test("a decision that did not reach the site says so and leaves the comment undecided", async () => {
  const { store, site, card } = openPage(three())
  site.reachable = false
  store.focus(1)
  store.approve()
  await settle()
  expect(card(1)).toMatchObject({ refused: true, shown: { status: "pending" } })
  expect(card(1).message).toMatch(/did not reach the site/)
})

test("a line to an author is there again when its rejection did not arrive, and gone once it has", async () => {
  const { store, state, site } = openPage(three())
  const ask = () => {
    store.askReason(1)
    return lineFor(state())
  }
  ask()
  store.reject({ reason: null, line: "The bridge opened in 1931." })
  expect(ask()).toBe("The bridge opened in 1931.")
  site.reachable = false
  store.reject({ reason: "untrue", line: "It opened in 1931." })
  await settle()
  expect(ask()).toBe("It opened in 1931.")
  site.reachable = true
  store.reject({ reason: "untrue", line: "It opened in 1931." })
  await settle()
  store.undo()
  await settle()
  expect(ask()).toBe("")
})

test("words to be blacked out stay in their form until the site has confirmed it", async () => {
  const { store, card, site } = openPage(three())
  site.reachable = false
  store.press(1, { decision: "blackout", words: "Words", reason: "words-private", typed: true })
  await settle()
  expect(card(1)).toMatchObject({ refused: true, blackedOut: 0, shown: { body: "Words." } })
  site.reachable = true
  store.press(1, { decision: "blackout", words: "Words", reason: "words-private", typed: true })
  await settle()
  expect(card(1)).toMatchObject({ refused: false, blackedOut: 1 })
})

test("what was typed to be blacked out stays while another spelling is taken with one press", async () => {
  const { store, card } = openPage(three())
  store.press(1, { decision: "blackout", words: "Words", reason: "words-private" })
  await settle()
  expect(card(1)).toMatchObject({ refused: false, blackedOut: 0 })
})

test("what is pressed right after words are brought back is about the text without them", async () => {
  const { store, site, hold } = openPage([waiting(1, { version: 2 })])
  const release = hold()
  store.press(1, { decision: "unblackout", about: 7 })
  store.press(1, { decision: "approve" })
  release()
  await settle()
  expect(site.sent).toEqual(["unblackout 1 v2", "approve 1 v2"])
})

test("a decision names the text that was on the screen when it was made", async () => {
  const { store, site, hold } = openPage(three())
  const release = hold()
  store.focus(1)
  store.approve()
  store.undo()
  store.focus(1)
  store.approve()
  // Meanwhile its author changes the text, which the answer to the first press brings along.
  site.comments.set(1, waiting(1, { version: 2 }))
  release()
  await settle()
  expect(site.sent).toEqual(["approve 1 v1", "undo 1 v1 1001", "approve 1 v1"])
})

test("a key that cannot act says why", async () => {
  const { store, state } = openPage([waiting(1), waiting(2)])
  store.approve()
  expect(state().announced).toBe("No comment has the focus. Press j to go to one.")
  store.undo()
  expect(state().announced).toBe("There is nothing to undo.")
  store.walk(1)
  store.walk(-1)
  expect(state().announced).toBe("This is the first comment on the page.")
  store.decide("deny")
  expect(state().announced).toBe("There is no appeal to deny about this comment.")
  store.approve()
  store.approve()
  await settle()
  store.decide("spam")
  expect(state().announced).toBe("This comment is decided. Press u to undo that, or j for the next one.")
  store.walk(1)
  expect(state().announced).toBe("This is the last comment on the page.")
  store.walk(1)
  expect(state().announced).toBe("This is the last comment on the page.\u00a0")
  const empty = openPage([])
  empty.store.walk(1)
  expect(empty.state().announced).toBe("There is no comment on this page.")
})

test("an appeal against one's own decision is left to a colleague, and another's is granted by the key of approving", async () => {
  const at = new Date(0)
  const appealed = (id: number, own: boolean) =>
    waiting(id, {
      status: "rejected",
      standing: { id: 5, verdict: "rejected", by: "Ben", reason: "", line: null, at, undoable: true },
      appeal: { id: 9, body: "Why?", at, own, secondLook: false },
    })
  const { store, state, site } = openPage([appealed(1, true), appealed(2, false)], "appeals")
  store.focus(1)
  store.approve()
  expect(state().announced).toBe("The appeal is against your decision, so a colleague answers it.")
  store.focus(2)
  store.askReason()
  store.reject({ reason: "abusive", line: "" })
  expect(state().announced).toBe("Its author appeals: press a to grant the appeal, or d to deny it.")
  store.approve()
  expect(site.sent).toEqual(["grant 2 v1 5"])
})

test("the comment somebody works on is theirs after a moment, is renewed, and is let go of", async () => {
  const { store, site, card } = openPage([waiting(1), waiting(2, { openedBy: "Ben" }), waiting(3)])
  store.start()
  store.focus(1)
  store.focus(2)
  await vi.advanceTimersByTimeAsync(1000)
  expect(site.opened).toEqual(["2 left none"])
  expect(card(2).shown.openedBy).toBe("Ben")
  store.focus(3)
  await vi.advanceTimersByTimeAsync(61_000)
  expect(site.opened.slice(1)).toEqual(["3 left 2", "3 left none"])
  site.visible = false
  store.onVisibilityChange()
  await vi.advanceTimersByTimeAsync(200_000)
  expect(site.opened.slice(3)).toEqual(["none left 3"])
  store.stop()
})

test("a comment whose decision is undone is somebody's again", async () => {
  const { store, site } = openPage(three())
  store.focus(1)
  await vi.advanceTimersByTimeAsync(1000)
  store.approve()
  store.undo()
  await vi.advanceTimersByTimeAsync(1000)
  expect(site.opened).toEqual(["1 left none", "1 left none"])
})

test("a decision counts as unconfirmed until the server has answered, and again when it did not get there", async () => {
  const { store, state, card, site, hold } = openPage(three())
  const release = hold()
  store.focus(1)
  store.approve()
  expect(unanswered(state())).toEqual([1])
  expect(state().announced).toBe("")
  site.reachable = false
  release()
  await settle()
  expect(unanswered(state())).toEqual([])
  expect(isUnconfirmed(card(1))).toBe(true)
  expect(card(1).shown.status).toBe("pending")
  site.reachable = true
  store.press(1, { decision: "approve" })
  await settle()
  expect(isUnconfirmed(card(1))).toBe(false)
})
