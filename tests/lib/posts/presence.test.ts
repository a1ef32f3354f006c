import { sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { database } from "@/db/client"
import { createPost, createStaff } from "@/db/factories"
import { postPresence } from "@/db/schema/post-presence"
import type { Role, Staff } from "@/lib/auth/staff"
import { mostOpenTabs, presenceSeconds } from "@/lib/posts/presence/limits"
import { endPresence, renewPresence, sweepPresence } from "@/lib/posts/presence/mutations"
import { listOpenStories, listPresence } from "@/lib/posts/presence/queries"
import { stillOpen } from "@/lib/posts/presence/still-open"
import { openWords, typedWords } from "@/lib/posts/presence/words"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

let eva: Staff
let wim: Staff
let post: number
const person = async (name: string, role: Role) =>
  asStaff(await createStaff(database(), { name, roles: [role] }))
const opened = (staff: Staff, tab = "a", typed: number | null = null) =>
  renewPresence(staff, { post, tab, typed })

beforeEach(async () => {
  await database().delete(postPresence)
  eva = await person("Eva", "editor")
  wim = await person("Wim", "writer")
  post = (await createPost(database(), { status: "draft", publishedAt: null, createdBy: wim.id })).id
})

test("who opens a story sees who has it open and when they typed, and their own other tabs", async () => {
  await opened(wim, "a", 70)
  await opened(eva, "b")
  expect(await listPresence(eva, post, "b")).toEqual([
    {
      name: "Wim",
      own: false,
      seen: expect.any(Number),
      typed: expect.toSatisfy((seconds) => seconds >= 70 && seconds < 100),
    },
  ])
  expect(await listPresence(eva, post, "c")).toMatchObject([{ name: "Wim" }, { name: "Eva", own: true }])
  expect(await listOpenStories(eva, [post])).toEqual({ [post]: ["Wim"] })
})

test("a tab that only reads on keeps when it last typed", async () => {
  await opened(wim, "a", 5)
  await opened(wim, "a")
  expect((await listPresence(eva, post))?.[0]?.typed).not.toBeNull()
})

test("a story that is left is closed at once, in that tab alone; one that says nothing more runs out", async () => {
  await opened(wim, "a")
  await opened(wim, "b")
  await endPresence(eva, { post, tab: "a" })
  await endPresence(wim, { post, tab: "a" })
  expect(await listPresence(eva, post)).toHaveLength(1)
  await database().update(postPresence).set({ seenAt: sql`now() - interval '61 seconds'` })
  expect(await listPresence(eva, post)).toEqual([])
  expect(await listOpenStories(eva, [post])).toEqual({})
  await opened(eva, "c")
  await sweepPresence()
  expect(await database().select({ tab: postPresence.tab }).from(postPresence)).toEqual([{ tab: "c" }])
})

test("a moderator and another writer neither open the story nor hear of it", async () => {
  await opened(wim)
  for (const other of [await person("Mo", "moderator"), await person("Wanda", "writer")]) {
    expect(await opened(other)).toBe(false)
    expect(await listPresence(other, post)).toBeNull()
  }
  expect(await database().$count(postPresence)).toBe(1)
  expect(await listPresence(wim, 999_999)).toBeNull()
})

test("nobody is said to have a story open for longer than their lease, whether or not the site answers", () => {
  const mara = { name: "Mara", own: false, seen: 20, typed: null }
  const here = { name: "Wim", own: true, seen: 0, typed: 5 }
  expect(stillOpen([mara, here], presenceSeconds.lease - 21)).toEqual([mara, here])
  expect(stillOpen([mara, here], presenceSeconds.lease - 20)).toEqual([here])
  expect(stillOpen([mara, here], presenceSeconds.lease)).toEqual([])
})

test("a script that names ever more tabs fills no table", async () => {
  for (let n = 0; n < mostOpenTabs + 5; n++) await opened(wim, `tab${n}`)
  expect(await database().$count(postPresence)).toBe(mostOpenTabs)
})

test.each([
  [{ own: false, typed: null }, "has this open"],
  [{ own: false, typed: 3 }, "has this open, and typed just now"],
  [{ own: false, typed: 80 }, "has this open, and typed a minute ago"],
  [{ own: false, typed: 1260 }, "has this open, and typed 21 minutes ago"],
  [
    { own: true, typed: 9000 },
    "have this open in another tab or on another device, and typed more than an hour ago",
  ],
])("%o is said as %s", (presence, words) => {
  expect(openWords(presence) + typedWords(presence)).toBe(words)
})
