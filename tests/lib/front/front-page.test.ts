import { desc, eq, sql } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { onTagChanged } from "@/db/cache-tags"
import { database } from "@/db/client"
import { createPost, createStaff, tagPost } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { frontPages, frontSections } from "@/db/schema/frame"
import { posts, postTags, tags } from "@/db/schema/posts"
import type { Role, Staff } from "@/lib/auth/staff"
import { parseFrontPage } from "@/lib/front/input"
import { leadLane } from "@/lib/front/jobs"
import { discardFrontDraft, publishFrontPage, saveFrontDraft } from "@/lib/front/mutations"
import { getFrontDraft, listFrontChoices, listKeptOff } from "@/lib/front/queries"
import type { FrontArrangement } from "@/lib/front/types"
import { readCursor } from "@/lib/posts/cursor"
import { getFrontPage } from "@/lib/posts/front-page"
import { listPosts } from "@/lib/posts/queries"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asOwner } from "../../support/owner.ts"
import { tagsNamedBy } from "../../support/tags-of.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

let eva: Staff
let made = 0

const person = async (role: Role) => asStaff(await createStaff(database(), { roles: [role] }))
const stops: (() => unknown)[] = []

beforeEach(async () => {
  for (const table of [frontSections, frontPages, postTags, tags]) await database().delete(table)
  await asOwner((tx) => tx.delete(posts))
  eva = await person("editor")
  made = 0
})

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

/** A story that is older than all made before, called by its letter. */
async function story(title: string, names: string[] = [], fields: Partial<typeof posts.$inferInsert> = {}) {
  const publishedAt = new Date(Date.UTC(2026, 5, 30) - ++made * 60_000)
  const post = await createPost(database(), { title, publishedAt, ...fields })
  await tagPost(database(), post.id, ...names)
  return post
}

async function tagId(name: string): Promise<number> {
  const [tag] = await database().select().from(tags).where(eq(tags.name, name))
  return tag?.id ?? 0
}

const plain: FrontArrangement = { leadPostId: null, leadUntil: null, sections: [] }

async function publish(some: Partial<FrontArrangement>) {
  const { version } = await getFrontDraft(eva)
  return publishFrontPage(eva, { ...plain, ...some, version })
}

async function shown(edition: "live" | "draft" = "live") {
  const { top, sections, rest, next } = await getFrontPage(edition)
  const titles = (list: { title: string }[]) => list.map(({ title }) => title).join("")
  return {
    top: titles(top),
    sections: sections.map(({ tag, posts: list }) => `${tag.name}: ${titles(list)}`),
    rest: titles(rest),
    next: next !== null,
  }
}

describe("the front page", () => {
  test("has the newest stories where nobody has arranged it, and leads on to the older ones", async () => {
    expect(await shown()).toEqual({ top: "", sections: [], rest: "", next: false })
    for (const letter of "abc") await story(letter)
    expect(await shown()).toEqual({ top: "abc", sections: [], rest: "", next: false })
    for (const letter of "defghijklmn") await story(letter)
    expect(await shown()).toEqual({ top: "abcd", sections: [], rest: "efghijkl", next: true })
    const { next } = await getFrontPage()
    const older = await listPosts({ before: readCursor(next ?? "") ?? undefined, forFrontPage: true })
    expect(older.posts.map(({ title }) => title)).toEqual(["m", "n"])
  })

  test("opens with the story that was chosen, which stands nowhere else on it", async () => {
    const [, , c] = [await story("a"), await story("b"), await story("c"), await story("d"), await story("e")]
    expect(await publish({ leadPostId: c.id })).toEqual({ ok: true })
    expect(await shown()).toMatchObject({ top: "cabd", rest: "e" })
    expect((await getFrontPage()).isPinned).toBe(true)
  })

  test("shows sections in their order, each with its own lead, and every story once", async () => {
    for (const letter of "abcd") await story(letter, ["Food"])
    for (const letter of "efgh") await story(letter, ["Food", "People"])
    const i = await story("i", ["People"])
    for (const letter of "jk") await story(letter, ["News"])
    const [food, people] = [await tagId("Food"), await tagId("People")]
    await publish({
      sections: [
        { tagId: people, leadPostId: i.id, size: 3 },
        { tagId: food, leadPostId: null, size: 3 },
      ],
    })
    expect(await shown()).toEqual({
      top: "abcd",
      sections: ["People: ief", "Food: gh"],
      rest: "jk",
      next: false,
    })
  })

  test("leaves out what is kept off it, in front and among the older ones, and lists have it all the same", async () => {
    const a = await story("a", ["Food"], { offFrontPage: true })
    await story("b", ["Food"])
    expect(await shown()).toMatchObject({ top: "b" })
    await database().insert(frontPages).values({ edition: "live", leadPostId: a.id })
    expect(await shown()).toMatchObject({ top: "b" })
    expect((await listPosts({ tagId: await tagId("Food") })).posts).toHaveLength(2)
    expect((await listPosts({ forFrontPage: true })).posts).toHaveLength(1)
  })

  test("forgets a lead that readers cannot see, or whose time is over", async () => {
    const [a, b] = [await story("a"), await story("b")]
    await publish({ leadPostId: b.id, leadUntil: new Date(Date.now() + 3_600_000) })
    expect(await shown()).toMatchObject({ top: "ba" })
    await database().update(posts).set({ status: "withdrawn" }).where(eq(posts.id, b.id))
    expect(await shown()).toMatchObject({ top: "a" })
    await database().update(posts).set({ status: "published" }).where(eq(posts.id, b.id))
    await database()
      .update(frontPages)
      .set({ leadUntil: new Date(Date.now() - 1) })
    expect(await shown()).toMatchObject({ top: "ab" })
    expect(a.status).toBe("published")
  })
})

describe("a draft of the front page", () => {
  test("is seen in its preview alone until it is published, and leaves nothing behind then", async () => {
    const [, b] = [await story("a"), await story("b")]
    const { result, named } = await tagsNamedBy(() =>
      saveFrontDraft(eva, { ...plain, leadPostId: b.id, version: 0 }),
    )
    expect([result, named]).toEqual([{ ok: true }, []])
    expect([(await shown()).top, (await shown("draft")).top]).toEqual(["ab", "ba"])
    const published = await tagsNamedBy(() => publish({ leadPostId: b.id }))
    expect(published).toEqual({ result: { ok: true }, named: ["front"] })
    expect((await shown()).top).toBe("ba")
    expect(await getFrontDraft(eva)).toMatchObject({ isDraft: false, version: 2, leadPostId: b.id })
    const [event] = await database().select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1)
    expect(event).toMatchObject({
      subject: "front_page",
      action: "front_page_published",
      staffId: eva.id,
      detail: { lead: "b" },
    })
  })

  test("is not written over by somebody who has not seen it", async () => {
    const a = await story("a")
    await saveFrontDraft(eva, { ...plain, leadPostId: a.id, version: 0 })
    const ben = await person("editor")
    for (const save of [saveFrontDraft, publishFrontPage])
      expect(await save(ben, { ...plain, version: 0 })).toMatchObject({ reason: "changed" })
    expect(await discardFrontDraft(ben, 0)).toMatchObject({ reason: "changed" })
    expect(await discardFrontDraft(ben, 1)).toEqual({ ok: true })
    expect(await getFrontDraft(eva)).toMatchObject({ isDraft: false, leadPostId: null })
  })

  test("is not published over one that was published meanwhile", async () => {
    const [a, b] = [await story("a"), await story("b")]
    const ben = await person("editor")
    expect(await publishFrontPage(eva, { ...plain, leadPostId: b.id, version: 0 })).toEqual({ ok: true })
    const refused = await publishFrontPage(ben, { ...plain, leadPostId: a.id, version: 0 })
    expect(refused).toMatchObject({ reason: "changed" })
    expect((await shown()).top).toBe("ba")
  })

  test("has a number that never comes back: a form over one that was discarded fits no later one", async () => {
    const a = await story("a")
    await saveFrontDraft(eva, { ...plain, version: 0 })
    const { version } = await getFrontDraft(eva)
    await discardFrontDraft(eva, version)
    const again = (await getFrontDraft(eva)).version
    await saveFrontDraft(eva, { ...plain, leadPostId: a.id, version: again })
    const ben = await person("editor")
    for (const seen of [0, version, again])
      for (const save of [saveFrontDraft, publishFrontPage])
        expect(await save(ben, { ...plain, version: seen })).toMatchObject({ reason: "changed" })
    expect(await publish({ leadPostId: a.id })).toEqual({ ok: true })
    const published = (await getFrontDraft(eva)).version
    await saveFrontDraft(eva, { ...plain, leadPostId: a.id, version: published })
    // Nothing is another for readers, and the draft has served all the same.
    expect(await publish({ leadPostId: a.id })).toEqual({ ok: true })
    expect((await getFrontDraft(eva)).version).toBeGreaterThan(published + 1)
  })

  test("says why readers do not see the lead that was chosen", async () => {
    const a = await story("a")
    await publish({ leadPostId: a.id })
    expect((await getFrontDraft(eva)).leadHidden).toBeNull()
    await database().update(posts).set({ offFrontPage: true }).where(eq(posts.id, a.id))
    expect((await getFrontDraft(eva)).leadHidden).toBe("kept-off")
    await database().update(posts).set({ status: "withdrawn" }).where(eq(posts.id, a.id))
    expect((await getFrontDraft(eva)).leadHidden).toBe("not-published")
  })

  test("says which sections readers do not see, since all their stories stand further up", async () => {
    for (const letter of "abcd") await story(letter, ["Food"])
    await story("e", ["People"])
    const [food, people] = [await tagId("Food"), await tagId("People")]
    const sections = [people, food].map((tagId) => ({ tagId, leadPostId: null, size: 3 }))
    await publish({ sections })
    expect((await getFrontDraft(eva)).emptySections).toEqual(["Food"])
    await saveFrontDraft(eva, {
      ...plain,
      sections: sections.slice(0, 1),
      version: (await getFrontDraft(eva)).version,
    })
    expect((await getFrontDraft(eva)).emptySections).toEqual([])
    const { version } = await getFrontDraft(eva)
    await discardFrontDraft(eva, version)
    await story("f", ["Food"])
    expect((await getFrontDraft(eva)).emptySections).toEqual([])
    expect((await shown()).sections).toEqual(["People: e", "Food: f"])
  })

  test("is offered the newest stories of each tag, however many newer ones there are", async () => {
    for (let at = 0; at < 101; at++) await story("n")
    const rare = await story("rare", ["Rare"])
    await story("untagged")
    const { stories } = await listFrontChoices(eva)
    expect(stories).toHaveLength(101)
    expect(stories.at(-1)).toEqual({ id: rare.id, title: "rare", tagIds: [await tagId("Rare")] })
  })

  test("takes nothing that readers could not be shown", async () => {
    const [off, draft] = [
      await story("a", ["Food"], { offFrontPage: true }),
      await story("b", [], { status: "draft", publishedAt: null }),
    ]
    const other = await story("c")
    const food = await tagId("Food")
    const section = { tagId: food, leadPostId: null, size: 4 }
    const wrong: [Partial<FrontArrangement>, object][] = [
      [{ leadPostId: off.id }, { reason: "story-kept-off", at: "leadPost" }],
      [{ leadPostId: draft.id }, { reason: "story-gone", at: "leadPost" }],
      [{ leadPostId: 999_999 }, { reason: "story-gone", at: "leadPost" }],
      [{ sections: [section, section] }, { reason: "tag-twice", at: "tag-2" }],
      [{ sections: [{ ...section, tagId: 999_999 }] }, { reason: "tag-gone", at: "tag-1" }],
      [{ sections: [{ ...section, leadPostId: other.id }] }, { reason: "lead-without-tag", at: "lead-1" }],
    ]
    for (const [some, refusal] of wrong)
      for (const save of [saveFrontDraft, publishFrontPage])
        expect(await save(eva, { ...plain, ...some, version: 0 })).toMatchObject(refusal)
    expect(await database().select().from(frontPages)).toEqual([])
  })

  test.each(["writer", "moderator"] as const)("is not a %s's to make", async (role) => {
    const other = await person(role)
    const wanted = { ...plain, version: 0 }
    expect(await saveFrontDraft(other, wanted)).toMatchObject({ reason: "not-allowed" })
    expect(await publishFrontPage(other, wanted)).toMatchObject({ reason: "not-allowed" })
    expect(await discardFrontDraft(other, 0)).toMatchObject({ reason: "not-allowed" })
    await story("a", ["Food"], { offFrontPage: true })
    expect(await listFrontChoices(other)).toEqual({ stories: [], tags: [] })
    expect(await listKeptOff(other)).toEqual([])
    expect(await database().select().from(frontPages)).toEqual([])
  })
})

test("when the lead's time is over, every instance drops the front page by itself, once", async () => {
  const b = await story("b")
  const { signal } = new AbortController()
  await database()
    .insert(frontPages)
    .values({ edition: "live", leadPostId: b.id, leadUntil: sql`clock_timestamp() + interval '1 hour'` })
  const instances = [leadLane(), leadLane()]
  let told = 0
  stops.push(onTagChanged((tag) => (told += tag === "front" ? 1 : 0)))
  const look = async () => {
    const waits = []
    for (const { runDue } of instances) waits.push(await runDue(signal))
    return { waits, told }
  }
  const before = await look()
  expect(before.told).toBe(0)
  for (const wait of before.waits) expect(wait).toBeGreaterThan(0)
  await database().update(frontPages).set({ leadUntil: sql`clock_timestamp()` })
  expect(await look()).toEqual({ waits: [null, null], told: 2 })
  expect((await getFrontPage()).isPinned).toBe(false)
  expect(await look()).toEqual({ waits: [null, null], told: 2 })
})

test("the form's times are those of the publication's clocks, and an end in the past is refused", () => {
  const parse = (fields: Record<string, string>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ intent: "save", version: "0", ...fields }))
      form.set(name, value)
    return parseFrontPage(form, "America/New_York")
  }
  expect(
    parse({ leadPost: "7", leadUntil: "2099-07-01T18:30", "tag-1": "3", "size-1": "4", hidden: "1" }),
  ).toEqual({
    ok: true,
    value: {
      intent: "save",
      version: 0,
      leadPostId: 7,
      leadUntil: new Date("2099-07-01T22:30:00Z"),
      sections: [{ tagId: 3, leadPostId: null, size: 4 }],
    },
  })
  for (const [fields, wrong] of [
    [{ leadPost: "7", leadUntil: "2001-01-01T00:00" }, "leadUntil"],
    [{ leadUntil: "soon" }, "leadUntil"],
    [{ "tag-2": "x", "size-2": "4" }, "tag-2"],
    [{ "tag-1": "3", "size-1": "9" }, "size-1"],
  ] as [Record<string, string>, string][]) {
    const parsed = parse(fields)
    expect(parsed.ok ? [] : Object.keys(parsed.errors), JSON.stringify(fields)).toEqual([wrong])
  }
})
