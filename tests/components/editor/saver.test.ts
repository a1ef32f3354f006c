import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { Saver } from "@/components/editor/saver"
import { saidOfFields, standingTrouble } from "@/components/editor/saving-state"
import type { HeldText, SaveAnswer } from "@/lib/documents/save-answer"

let sent: Record<string, string>[]
let kept: { id: number | null; version: number; text: string }[]
let created: number[]
let typed: string
let answers: (() => Promise<SaveAnswer>)[]

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
  kept = []
  created = []
  typed = ""
  answers = []
})

afterEach(() => vi.useRealTimers())

const story = (version: number, status: HeldText["status"] = "draft"): HeldText => ({
  id: 7,
  slug: "seven",
  path: "/posts/seven",
  status,
  version,
  savedAt: "2026-11-24T07:00:00.000Z",
})

/** A page whose site answers what is lined up, and else saves. */
function page(loaded: HeldText | null): Saver {
  const answer = async (form: FormData): Promise<SaveAnswer> => {
    sent.push(Object.fromEntries([...form].map(([name, value]) => [name, String(value)])))
    const next = answers.shift()
    if (next) return next()
    const status = form.get("intent") === "publish" ? "published" : (loaded?.status ?? "draft")
    return { ok: true, story: story(Number(form.get("version") || 0) + 1, status) }
  }
  return new Saver(loaded, {
    actions: { save: answer, unpublish: answer },
    collect: () => {
      const form = new FormData()
      form.set("title", typed)
      form.set("body", "{}")
      return form
    },
    key: "tab1",
    isWorthSaving: () => typed !== "",
    keep: (id, version) => {
      kept.push({ id, version, text: typed })
      return "kept"
    },
    forget: () => {
      kept = []
    },
    created: ({ id }) => created.push(id),
  })
}

function type(saver: Saver, text: string): void {
  typed = text
  saver.touch("title")
}

test("a pause in the typing saves a draft, and its text is no longer kept in the browser", async () => {
  const saver = page(story(1))
  type(saver, "a")
  await vi.advanceTimersByTimeAsync(500)
  expect(kept).toEqual([{ id: 7, version: 1, text: "a" }])
  await vi.advanceTimersByTimeAsync(4000)
  expect(sent).toMatchObject([{ id: "7", version: "1", intent: "save", title: "a" }])
  expect(saver.view()).toMatchObject({ dirty: false, state: { phase: "saved" }, story: { version: 2 } })
  expect(kept).toEqual([])
})

test("the title of a story is told once it is saved, and not while it is typed", async () => {
  const saver = page(null)
  type(saver, "A rainy night ")
  expect(saver.view().savedTitle).toBeNull()
  await saver.save("save")
  expect(saver.view().savedTitle).toBe("A rainy night")
  type(saver, "A dry night")
  expect(saver.view().savedTitle).toBe("A rainy night")
})

test("whoever never pauses is saved all the same", async () => {
  const saver = page(story(1))
  for (let second = 0; second < 25; second++) {
    type(saver, `second ${second}`)
    await vi.advanceTimersByTimeAsync(1000)
  }
  expect(sent).toHaveLength(1)
})

test("what readers see is not changed by a pause", async () => {
  for (const status of ["published", "scheduled", "withdrawn"] as const) {
    const saver = page(story(1, status))
    type(saver, "a")
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toEqual([])
    expect(saver.view().dirty).toBe(true)
    expect(kept.at(-1)).toEqual({ id: 7, version: 1, text: "a" })
    saver.dispose()
  }
})

test("an empty page begins no draft by itself; the first words do, once", async () => {
  const saver = page(null)
  type(saver, "")
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sent).toEqual([])
  type(saver, "words")
  await vi.advanceTimersByTimeAsync(5000)
  type(saver, "more words")
  await vi.advanceTimersByTimeAsync(5000)
  expect(sent.map(({ id, version }) => [id, version])).toEqual([
    ["", ""],
    ["7", "1"],
  ])
  expect(created).toEqual([7])
})

test("saves never meet, and each knows the version of the one before", async () => {
  const saver = page(story(1))
  type(saver, "a")
  const all = [saver.save("save"), saver.save("save"), saver.save("publish")]
  await Promise.all(all)
  expect(sent.map(({ version, intent }) => [version, intent])).toEqual([
    ["1", "save"],
    ["2", "save"],
    ["3", "publish"],
  ])
})

test("a second click on Publish is the first", async () => {
  const saver = page(story(1))
  type(saver, "a")
  const first = saver.save("publish")
  await Promise.resolve()
  await Promise.resolve()
  await Promise.all([first, saver.save("publish")])
  expect(sent).toHaveLength(1)
})

test("what is typed while a save is under way is not taken for saved", async () => {
  const saver = page(story(1))
  type(saver, "a")
  const slow = saver.save("save")
  await Promise.resolve()
  type(saver, "ab")
  await slow
  expect(saver.view().dirty).toBe(true)
  await vi.advanceTimersByTimeAsync(5000)
  expect(sent.at(-1)).toMatchObject({ title: "ab", version: "2" })
  expect(saver.view().dirty).toBe(false)
})

test("after somebody else's save nothing is sent until the person has chosen", async () => {
  const saver = page(story(1))
  answers.push(async () => ({ ok: false, reason: "stale", by: "Ben", own: false, story: story(5) }))
  type(saver, "mine")
  await saver.save("save")
  expect(saver.view()).toMatchObject({
    dirty: true,
    state: { phase: "stale", by: "Ben" },
    story: { version: 1 },
  })
  type(saver, "mine, longer")
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sent).toHaveLength(1)
  expect(kept.at(-1)?.text).toBe("mine, longer")
  await saver.saveOver(story(5), "save")
  expect(sent.at(-1)).toMatchObject({ version: "5", title: "mine, longer", intent: "save" })
})

test("no answer, an ended session and a refusal keep the text, and the next save goes through", async () => {
  const saver = page(story(1))
  const troubles: [() => Promise<SaveAnswer>, string][] = [
    [async () => ({ ok: false, reason: "signed-out" }), "signed-out"],
    [async () => ({ ok: false, reason: "refused", message: "No.", errors: { slug: "Taken." } }), "refused"],
    [() => Promise.reject(new Error("offline")), "unreachable"],
  ]
  for (const [trouble, phase] of troubles) {
    answers.push(trouble)
    type(saver, phase)
    await saver.save("save")
    expect(saver.view()).toMatchObject({ dirty: true, state: { phase } })
    expect(kept.at(-1)).toEqual({ id: 7, version: 1, text: phase })
  }
  await saver.save("save")
  expect(saver.view()).toMatchObject({ dirty: false, state: { phase: "saved" } })
})

test("a save whose answer was lost is not taken for one from another tab", async () => {
  const saver = page(story(1))
  const lost = () => Promise.reject(new Error("offline"))
  answers.push(lost, lost)
  type(saver, "a")
  await saver.save("save")
  type(saver, "ab")
  await saver.save("save")
  await saver.save("save")
  expect(sent.map(({ title, version }) => [title, version])).toEqual([
    ["a", "1"],
    ["a", "1"],
    ["a", "1"],
    ["ab", "2"],
  ])
  expect(saver.view()).toMatchObject({ dirty: false, state: { phase: "saved" }, story: { version: 3 } })
})

test("a draft is saved by itself once the site answers again", async () => {
  const saver = page(story(1))
  answers.push(() => Promise.reject(new Error("offline")))
  type(saver, "a")
  await saver.save("save")
  expect(saver.view()).toMatchObject({ state: { phase: "unreachable" } })
  await vi.advanceTimersByTimeAsync(20_000)
  expect(saver.view()).toMatchObject({ dirty: false, state: { phase: "saved" } })
})

test("a draft is saved by itself once its writer has signed in again", async () => {
  const saver = page(story(1))
  answers.push(async () => ({ ok: false, reason: "signed-out" }))
  type(saver, "a")
  await saver.save("save")
  saver.tryAgain()
  await vi.advanceTimersByTimeAsync(0)
  expect(saver.view()).toMatchObject({ dirty: false, state: { phase: "saved" } })
})

test("trouble stays on the page while the next try is under way", async () => {
  const saver = page(story(1))
  answers.push(() => Promise.reject(new Error("offline")))
  type(saver, "a")
  await saver.save("save")
  const again = saver.save("save")
  await Promise.resolve()
  expect(saver.view().state).toMatchObject({
    phase: "saving",
    trouble: { phase: "unreachable", wish: "save" },
  })
  await again
})

test("Ctrl+S on a published story changes nothing for readers, and says where the text is", async () => {
  const saver = page(story(1, "published"))
  await saver.saveByKey()
  expect(saver.view().state).toMatchObject({ phase: "kept", kept: "nothing" })
  type(saver, "a")
  expect(saver.view().state.phase).toBe("idle")
  await saver.saveByKey()
  expect(saver.view().state).toMatchObject({ phase: "kept", kept: "browser" })
  expect(kept).toEqual([{ id: 7, version: 1, text: "a" }])
  expect(sent).toEqual([])
  await saver.save("publish")
  expect(saver.view().state).toMatchObject({ phase: "saved", updated: true })
})

test("what was refused stays marked until that field is mended", async () => {
  const saver = page(story(1))
  answers.push(async () => ({ ok: false, reason: "refused", message: "No.", errors: { slug: "Taken." } }))
  type(saver, "a")
  await saver.save("save")
  type(saver, "ab")
  expect(saver.view().state.phase).toBe("refused")
  saver.touch("slug")
  expect(saver.view().state.phase).toBe("idle")
})

test("words whose Publish was refused are saved by themselves, and what is to be mended stays marked", async () => {
  const saver = page(story(1))
  const errors = { pictureAlt: "Describe it." }
  answers.push(async () => ({ ok: false, reason: "refused", message: "No.", errors }))
  type(saver, "a")
  await saver.save("publish")
  await vi.runAllTimersAsync()
  expect(sent.map(({ intent }) => intent)).toEqual(["publish", "save"])
  expect(saver.view()).toMatchObject({ dirty: false, state: { phase: "saved", refusal: { errors } } })
  type(saver, "ab")
  await vi.runAllTimersAsync()
  expect(saidOfFields(saver.view().state)).toEqual(errors)
  saver.touch("pictureAlt")
  expect(saidOfFields(saver.view().state)).toEqual({})
})

test("why a step was refused stays to be read while its words are saved, until somebody writes on", async () => {
  const saver = page(story(1))
  answers.push(async () => ({ ok: false, reason: "refused", message: "Ask another editor.", errors: {} }))
  type(saver, "a")
  await saver.save("publish")
  await vi.runAllTimersAsync()
  expect(standingTrouble(saver.view().state)).toMatchObject({ message: "Ask another editor." })
  type(saver, "ab")
  expect(standingTrouble(saver.view().state)).toBeNull()
})

test("a save that was refused is not repeated before somebody types", async () => {
  const saver = page(story(1))
  answers.push(async () => ({ ok: false, reason: "refused", message: "No.", errors: { slug: "Taken." } }))
  type(saver, "a")
  await vi.runAllTimersAsync()
  expect(sent).toHaveLength(1)
})

test("a draft that was made before the rest was refused is known", async () => {
  const saver = page(null)
  answers.push(async () => ({ ok: false, reason: "refused", message: "No.", errors: {}, story: story(1) }))
  type(saver, "words")
  await saver.save("publish")
  await saver.save("save")
  expect(sent.map(({ id }) => id)).toEqual(["", "7"])
})

const lost = () => Promise.reject(new Error("offline"))

test("a Publish that was never answered is tried again as Publish, as long as nothing was typed since", async () => {
  const saver = page(story(1))
  answers.push(lost)
  type(saver, "ready")
  await saver.save("publish")
  await vi.advanceTimersByTimeAsync(16_000)
  expect(sent.map(({ intent, title }) => [intent, title])).toEqual([
    ["publish", "ready"],
    ["publish", "ready"],
  ])
  expect(saver.view()).toMatchObject({ dirty: false, story: { status: "published" } })
})

test("words that were taken out after a Publish that was never answered are published by nobody's timer", async () => {
  const saver = page(story(1))
  answers.push(lost)
  type(saver, "ready, with a name")
  await saver.save("publish")
  type(saver, "ready")
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sent.map(({ intent, title }) => [intent, title])).toEqual([
    ["publish", "ready, with a name"],
    ["save", "ready, with a name"],
    ["save", "ready"],
  ])
})

test("a draft whose save was lost goes on saving itself after another field was refused", async () => {
  const saver = page(story(1))
  answers.push(lost)
  type(saver, "a")
  await saver.save("save")
  saver.refuse({ title: "Wrong." })
  type(saver, "ab")
  await vi.advanceTimersByTimeAsync(30_000)
  expect(sent.at(-1)).toMatchObject({ intent: "save", title: "ab" })
  expect(saver.view().dirty).toBe(false)
})

test("whoever saves after a Publish that was never answered publishes nothing by it", async () => {
  const saver = page(story(1))
  answers.push(lost)
  type(saver, "ready")
  await saver.save("publish")
  type(saver, "not yet")
  await saver.save("save")
  expect(sent.map(({ intent, title, version }) => [intent, title, version])).toEqual([
    ["publish", "ready", "1"],
    ["save", "ready", "1"],
    ["save", "not yet", "2"],
  ])
})

test("a new story is named alike at each first try, so that it is one draft however late the answer is", async () => {
  const saver = page(null)
  answers.push(lost, lost)
  type(saver, "words")
  await saver.save("save")
  await vi.advanceTimersByTimeAsync(600_000)
  await saver.save("publish")
  expect(sent.filter(({ id }) => id === "").every(({ key }) => key === "tab1")).toBe(true)
  expect(sent.at(-1)).toMatchObject({ id: "7", intent: "publish" })
})

test("of the keys of one change only the first tells the page anything new", () => {
  const saver = page(story(1))
  let told = 0
  saver.subscribe(() => told++)
  saver.touch("body")
  const view = saver.view()
  for (let key = 0; key < 10; key++) saver.touch("body")
  expect(told).toBe(1)
  expect(saver.view()).toBe(view)
})
