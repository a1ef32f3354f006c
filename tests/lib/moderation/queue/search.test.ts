import { beforeAll, expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { commentAppeals } from "@/db/schema/moderation"
import type { Staff } from "@/lib/auth/staff"
import { rejectComment } from "@/lib/moderation/decisions/mutations"
import { countQueues } from "@/lib/moderation/queue/counts"
import { queueUrl, readView } from "@/lib/moderation/queue/input"
import { listQueue } from "@/lib/moderation/queue/queries"
import { type QueueView, viewQuery } from "@/lib/moderation/queue/url"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asStaff } from "../../comments/as-staff.ts"

withFreshDatabase()

let ana: Staff
let postId: number

beforeAll(async () => {
  ana = asStaff(await createStaff(database(), { name: "Ana", roles: ["moderator"] }))
  postId = (await createPost(database(), { title: "The Bridge Opens", slug: "the-bridge-opens" })).id
})

async function found(view: Partial<QueueView>): Promise<string[]> {
  const { items } = await listQueue(ana, { status: "waiting", ...view })
  return items.map(({ name }) => name)
}

async function waiting(fields: Partial<Parameters<typeof createComment>[1]>) {
  return createComment(database(), { postId, status: "pending", ...fields })
}

test("words are found by their beginnings, in any order, whatever their case, in text and name", async () => {
  await waiting({ name: "Marek Lantern", body: "Übergang über die Brücke, at once." })
  expect(await found({ words: "lant" })).toEqual(["Marek Lantern"])
  expect(await found({ words: "BRÜCKE übergang" })).toEqual(["Marek Lantern"])
  expect(await found({ words: "antern" })).toEqual([])
  expect(await found({ words: "brücke spaceship" })).toEqual([])
})

test.each([
  ".*(+'",
  "' | 'zq",
  "zq & !b",
  "lant:* | x",
  "\\",
  "'; drop table comments; --",
  "!!!",
  "%_",
  "<->",
  "((((",
  "zq\\'b",
  "ab:A*",
  "🙂",
])("what looks like an operator is text: %s", async (words) => {
  const all = await found({ words })
  expect(all).not.toContain("Marek Lantern")
})

test("a word with signs in it is found as it stands", async () => {
  await waiting({ name: "Shop", body: "See https://cheap.example/o'neil?a=b&c and mail me@cheap.example" })
  for (const words of [
    "cheap.example",
    "https://cheap.example",
    "me@cheap.example",
    "https://cheap.example/o'neil",
  ]) {
    expect(await found({ words }), words).toContain("Shop")
  }
})

test("a story is found by its slug, its address or a part of its title, to the letter", async () => {
  const other = await createPost(database(), { title: "100% wool_", slug: "wool" })
  await createComment(database(), { postId: other.id, status: "pending", name: "Knitter" })
  expect(await found({ story: "wool" })).toEqual(["Knitter"])
  expect(await found({ story: "https://paper.example/posts/wool#comment-3" })).toEqual(["Knitter"])
  expect(await found({ story: "100% WOOL" })).toEqual(["Knitter"])
  expect(await found({ story: "bridge op" })).not.toContain("Knitter")
  expect(await found({ story: "%" })).toEqual(["Knitter"])
})

test("a name is found in names only", async () => {
  await waiting({ name: "Olga Prins", body: "Good day." })
  await waiting({ name: "Somebody", body: "I agree with Olga." })
  expect(await found({ name: "olg" })).toEqual(["Olga Prins"])
})

test("age and score narrow the list", async () => {
  const days = (n: number) => new Date(Date.now() - n * 86_400_000)
  await waiting({ name: "Fresh", body: "zebra", score: 2.5 })
  await waiting({ name: "Old", body: "zebra", createdAt: days(9), score: -1 })
  await waiting({ name: "Ancient", body: "zebra", createdAt: days(40) })
  expect(await found({ words: "zebra", age: "day" })).toEqual(["Fresh"])
  expect(await found({ words: "zebra", age: "older-week" })).toEqual(["Old", "Ancient"])
  expect(await found({ words: "zebra", age: "older-month" })).toEqual(["Ancient"])
  expect(await found({ words: "zebra", score: 0 })).toEqual(["Fresh"])
  expect(await found({ words: "zebra", score: -1 })).toEqual(["Fresh", "Old"])
})

test("what the address asks for comes back from it, and nonsense counts as not asked", () => {
  const view = queueUrl.parse({
    status: "spam",
    words: " a&b ",
    age: "week",
    score: "-1.5",
    sort: "risk",
    after: "none~7",
  })
  expect(view).toMatchObject({ words: "a&b", age: "week", score: -1.5, after: "none~7" })
  expect(readView(viewQuery(view).toString())).toEqual(view)
  expect(
    queueUrl.parse({
      status: ["a", "b"],
      name: "\0",
      words: "x".repeat(201),
      age: "1; drop",
      score: "1e9",
      sort: "x",
      after: "1' or",
    }),
  ).toEqual(queueUrl.parse({}))
})

test("turning the pages while comments come and go loses none and shows none twice", async () => {
  const post = await createPost(database(), { slug: "busy", title: "Busy" })
  const scores = [3, 3, 2.25, 1e-7, 0, -0.1, null]
  const make = (n: number) =>
    createComment(database(), {
      postId: post.id,
      status: "pending",
      score: scores[n % scores.length] ?? null,
    })
  const before: number[] = []
  for (let n = 0; n < 230; n++) before.push((await make(n)).id)

  for (const sort of ["time", "risk"] as const) {
    const seen: number[] = []
    const ranks: number[] = []
    let after: string | null = null
    let n = 0
    do {
      const page: Awaited<ReturnType<typeof listQueue>> = await listQueue(ana, {
        status: "waiting",
        story: "busy",
        sort,
        after,
      })
      seen.push(...page.items.map(({ id }) => id))
      ranks.push(...page.items.map(({ score }) => score ?? Number.NEGATIVE_INFINITY))
      after = page.next
      // Meanwhile some arrive, with any score, and one that was shown is decided.
      for (let more = 0; more < 9; more++) await make(n++)
      const shown = page.items.at(-1)
      if (shown && sort === "time") {
        await rejectComment(ana, { id: shown.id, version: 1, reason: "abusive" })
        before.splice(before.indexOf(shown.id), 1)
      }
    } while (after !== null)
    expect(new Set(seen).size, sort).toBe(seen.length)
    expect(
      before.filter((id) => !seen.includes(id)),
      sort,
    ).toEqual([])
    if (sort === "risk") expect(ranks).toEqual([...ranks].sort((a, b) => (b > a ? 1 : b < a ? -1 : 0)))
  }
})

test("comments with an open appeal stand in a queue of their own, with what their author says", async () => {
  const comment = await waiting({ name: "Appealing" })
  const decided = await rejectComment(ana, { id: comment.id, version: 1, reason: "abusive" })
  const eventId = decided.ok ? (decided.eventId ?? 0) : 0
  await database()
    .insert(commentAppeals)
    .values({ commentId: comment.id, eventId, body: "It was about the story." })
  expect((await countQueues(ana)).appeals).toBe(1)
  const { items } = await listQueue(ana, { status: "appeals" })
  expect(items).toMatchObject([{ name: "Appealing", appeal: { body: "It was about the story.", own: true } }])
  await database().update(commentAppeals).set({ decidedBy: eventId })
  expect((await countQueues(ana)).appeals).toBe(0)
  expect((await listQueue(ana, { status: "appeals" })).items).toEqual([])
})

test("a card tells the score, what adds up to it and what the checks found", async () => {
  await waiting({
    name: "Judged",
    score: 1.5,
    contributions: [
      { label: "casino", weight: 2 },
      { label: "garden", weight: -0.5 },
    ],
    findings: [{ check: "links", verdict: "hold", reason: "links", evidence: "3 links" }],
    provedAt: new Date(),
  })
  const { items } = await listQueue(ana, { status: "waiting", name: "Judged" })
  expect(items).toMatchObject([
    {
      score: 1.5,
      contributions: [
        { label: "casino", weight: 2 },
        { label: "garden", weight: -0.5 },
      ],
      findings: [{ reason: "links", evidence: "3 links" }],
      proved: true,
      byStaff: false,
    },
  ])
})

test("the newest event is known, so that old news changes nothing", async () => {
  const comment = await waiting({ name: "Newsworthy" })
  const decided = await rejectComment(ana, { id: comment.id, version: 1, reason: "abusive" })
  const [event] = await database().select({ id: auditEvents.id }).from(auditEvents).limit(1)
  expect(event).toBeDefined()
  const { items } = await listQueue(ana, { status: "rejected", name: "Newsworthy" })
  expect(items[0]?.last?.id).toBe(decided.ok ? decided.eventId : 0)
})
