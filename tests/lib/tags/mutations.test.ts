import { desc, eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { database } from "@/db/client"
import { createPost, createStaff, tagPost } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { frameLinks, frontSections } from "@/db/schema/frame"
import { postTags, tagSlugs, tags } from "@/db/schema/posts"
import type { Role, Staff } from "@/lib/auth/staff"
import { parseForm } from "@/lib/parse-form"
import { parsePost } from "@/lib/posts/input"
import { createDraft } from "@/lib/posts/mutations"
import { getSections, getTag, getTagAfter } from "@/lib/posts/section-queries"
import { tagInput } from "@/lib/tags/input"
import { changeTag, deleteTag, mergeTag } from "@/lib/tags/mutations"
import { getDeskTag, listTags } from "@/lib/tags/queries"
import { slugFrom } from "@/lib/text/slug"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { tagsNamedBy } from "../../support/tags-of.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

let eva: Staff

const person = async (role: Role) => asStaff(await createStaff(database(), { roles: [role] }))

beforeEach(async () => {
  const db = database()
  for (const table of [frameLinks, frontSections, postTags, tagSlugs, tags]) await db.delete(table)
  eva = await person("editor")
})

async function tagCalled(name: string) {
  const [tag] = await database().select().from(tags).where(eq(tags.name, name))
  if (!tag) throw new Error(`There is no tag ${name}.`)
  return tag
}

async function story(...names: string[]) {
  const post = await createPost(database())
  await tagPost(database(), post.id, ...names)
  return post
}

async function namesOn(postId: number): Promise<string[]> {
  const rows = await database()
    .select({ name: tags.name })
    .from(postTags)
    .innerJoin(tags, eq(tags.id, postTags.tagId))
    .where(eq(postTags.postId, postId))
    .orderBy(postTags.position)
  return rows.map(({ name }) => name)
}

const lastEvent = async () =>
  (await database().select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1))[0]

const fields = (tag: typeof tags.$inferSelect) => {
  const { name, slug, description, position } = tag
  return { name, slug, description, position }
}

describe("tags that an editor puts in order", () => {
  test("stand so in the menu and at the desk, those without a place behind them", async () => {
    for (const names of [["Films"], ["Films"], ["Films", "News"], ["News"], ["Art"], ["Food"]])
      await story(...names)
    const inMenu = async () => (await getSections()).tags.map(({ name }) => name)
    const atDesk = async () => (await listTags(eva)).map(({ name }) => name)
    // Until somebody orders them: by use for readers, by name at the desk.
    expect(await inMenu()).toEqual(["Films", "News", "Art", "Food"])
    expect(await atDesk()).toEqual(["Art", "Films", "Food", "News"])
    for (const [name, position] of [
      ["Food", 1],
      ["News", 2],
    ] as const) {
      const tag = await tagCalled(name)
      expect(await changeTag(eva, tag.id, { ...fields(tag), position })).toEqual({ ok: true })
    }
    expect(await inMenu()).toEqual(["Food", "News", "Films", "Art"])
    expect(await atDesk()).toEqual(["Food", "News", "Art", "Films"])

    const food = await tagCalled("Food")
    await changeTag(eva, food.id, { ...fields(food), position: 3 })
    expect((await inMenu()).slice(0, 2)).toEqual(["News", "Food"])
    expect((await atDesk()).slice(0, 2)).toEqual(["News", "Food"])
    await changeTag(eva, food.id, { ...fields(food), position: null })
    expect(await inMenu()).toEqual(["News", "Films", "Art", "Food"])
    expect(await atDesk()).toEqual(["News", "Art", "Films", "Food"])
  })
})

describe("a tag that is renamed", () => {
  test("keeps its stories, and its old address leads to the new one", async () => {
    const post = await story("Filmz")
    const tag = await tagCalled("Filmz")
    expect(await changeTag(eva, tag.id, { ...fields(tag), name: "Films", slug: "films" })).toEqual({
      ok: true,
    })
    expect(await namesOn(post.id)).toEqual(["Films"])
    expect(await getTagAfter("filmz")).toBe("films")
    expect(await getTag("filmz")).toBeNull()
    expect(await lastEvent()).toMatchObject({
      subject: "tag",
      action: "tag_changed",
      staffId: eva.id,
      detail: { tag: "Filmz", "name was": "Filmz", "name is": "Films" },
    })
  })

  test("and gets its old address back has no other that leads there", async () => {
    await story("Filmz")
    const tag = await tagCalled("Filmz")
    await changeTag(eva, tag.id, { ...fields(tag), slug: "films" })
    await changeTag(eva, tag.id, { ...fields(tag), slug: "filmz" })
    expect(await getTagAfter("filmz")).toBeNull()
    expect((await getDeskTag(eva, tag.id))?.formerly).toEqual(["films"])
  })

  test("drops what shows it: its stories, the cards that it is first on, its list, and nothing else", async () => {
    const [first, second] = [await story("Filmz", "News"), await story("News", "Filmz")]
    await story("News")
    const tag = await tagCalled("Filmz")
    const { named } = await tagsNamedBy(() => changeTag(eva, tag.id, { ...fields(tag), name: "Films" }))
    // The automatic menu shows it, and no section of the front page.
    expect(named).toEqual(
      [`card:${first.slug}`, "frame", "list:/tags/filmz", `post:${first.slug}`, `post:${second.slug}`].sort(),
    )
  })

  test("takes no name and no address that another has or had", async () => {
    await story("News", "Films")
    const [news, films] = [await tagCalled("News"), await tagCalled("Films")]
    await changeTag(eva, films.id, { ...fields(films), slug: "cinema" })
    expect(await changeTag(eva, news.id, { ...fields(news), name: "FILMS" })).toMatchObject({
      reason: "name-taken",
      field: "name",
    })
    for (const slug of ["cinema", "films"])
      expect(await changeTag(eva, news.id, { ...fields(news), slug })).toMatchObject({
        reason: "address-taken",
      })
    expect(await tagCalled("News")).toEqual(news)
  })

  test("does not come back when a writer uses the name it had", async () => {
    await story("Filmz")
    const tag = await tagCalled("Filmz")
    await changeTag(eva, tag.id, { ...fields(tag), name: "Films", slug: "films" })
    expect(await written("filmz")).toEqual(["Films"])
  })

  test.each([
    ["C", "C language", "C++"],
    ["C++", "C plus plus", "C"],
    ["Pêche", "Fishing", "Péché"],
  ])("takes no story of another name that has the letters of its old address: %s", async (was, is, other) => {
    await story("News")
    const [given] = await written(was)
    const tag = await tagCalled(String(given))
    await changeTag(eva, tag.id, { ...fields(tag), name: is, slug: slugFrom(is) })
    expect(await written(other)).toEqual([other])
    expect(await written(was)).toEqual([is])
  })

  test("is not written over by somebody who saw it as it was before", async () => {
    await story("Filmz")
    const tag = await tagCalled("Filmz")
    const seen = (await getDeskTag(eva, tag.id))?.version
    expect(await changeTag(eva, tag.id, { ...fields(tag), description: "Reels.", seen })).toEqual({
      ok: true,
    })
    const ben = await person("editor")
    const refused = await changeTag(ben, tag.id, { ...fields(tag), name: "Films", seen })
    expect(refused).toMatchObject({ reason: "changed" })
    expect(await tagCalled("Filmz")).toMatchObject({ description: "Reels." })
  })
})

/** The tags that a new story gets when a writer types these. */
async function written(names: string): Promise<string[]> {
  const form = new FormData()
  const typed = {
    title: "A",
    standfirst: "",
    slug: "",
    tags: names,
    picture: "",
    pictureAlt: "",
    commentMode: "",
  }
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  form.set("body", JSON.stringify({ type: "doc", content: [{ type: "paragraph" }] }))
  const input = parsePost(form)
  if (!input.ok) throw new Error(JSON.stringify(input))
  const made = await createDraft(eva, input.value)
  if (!made.ok) throw new Error(made.reason)
  return namesOn(made.post.id)
}

describe("a tag that is merged into another", () => {
  test("gives it its stories, each once and at the earlier place, and its addresses", async () => {
    const [both, one] = [await story("Filmz", "News", "Cinema"), await story("News", "Filmz")]
    const [filmz, cinema] = [await tagCalled("Filmz"), await tagCalled("Cinema")]
    await database().insert(tagSlugs).values({ slug: "movies", tagId: filmz.id })
    expect(await mergeTag(eva, filmz.id, cinema.id)).toEqual({ ok: true })
    expect(await namesOn(both.id)).toEqual(["Cinema", "News"])
    expect(await namesOn(one.id)).toEqual(["News", "Cinema"])
    expect([await getTagAfter("filmz"), await getTagAfter("movies")]).toEqual(["cinema", "cinema"])
    expect((await listTags(eva)).map(({ name }) => name)).toEqual(["Cinema", "News"])
    expect(await lastEvent()).toMatchObject({
      action: "tag_merged",
      detail: { tag: "Filmz", into: "Cinema" },
    })
  })

  test("takes its places in the menu and on the front page along, without doubling the other", async () => {
    await story("Filmz", "Cinema")
    const [filmz, cinema] = [await tagCalled("Filmz"), await tagCalled("Cinema")]
    await database()
      .insert(frameLinks)
      .values([
        { place: "menu", position: 0, tagId: filmz.id },
        { place: "footer", position: 0, tagId: filmz.id },
        { place: "footer", position: 1, tagId: cinema.id },
      ])
    await database()
      .insert(frontSections)
      .values([
        { edition: "live", position: 0, tagId: filmz.id, size: 4 },
        { edition: "draft", position: 0, tagId: cinema.id, size: 4 },
        { edition: "draft", position: 1, tagId: filmz.id, size: 4 },
      ])
    await mergeTag(eva, filmz.id, cinema.id)
    const detail = {
      "menu was": "Filmz",
      "menu is": "Cinema",
      "footer was": "Filmz",
      "footer is": "Cinema",
      "front page was": "Filmz",
      "front page is": "Cinema",
    }
    expect(await lastEvent()).toMatchObject({ action: "tag_merged", detail })
    const links = await database().select().from(frameLinks).orderBy(frameLinks.place)
    expect(links.map(({ place, tagId }) => [place, tagId])).toEqual([
      ["menu", cinema.id],
      ["footer", cinema.id],
    ])
    const sections = await database().select().from(frontSections).orderBy(frontSections.edition)
    expect(sections.map(({ edition, tagId }) => [edition, tagId])).toEqual([
      ["live", cinema.id],
      ["draft", cinema.id],
    ])
  })

  test("is not merged into itself or into what is not there", async () => {
    await story("News")
    const news = await tagCalled("News")
    expect(await mergeTag(eva, news.id, news.id)).toMatchObject({ reason: "itself" })
    expect(await mergeTag(eva, news.id, 999_999)).toMatchObject({ reason: "unknown" })
    expect(await mergeTag(eva, 999_999, news.id)).toMatchObject({ reason: "unknown" })
    expect(await tagCalled("News")).toEqual(news)
  })
})

test("only a tag that no story has is deleted, and a draft is a story", async () => {
  const draft = await createPost(database(), { status: "draft", publishedAt: null })
  await tagPost(database(), draft.id, "Someday")
  const tag = await tagCalled("Someday")
  expect(await deleteTag(eva, tag.id)).toMatchObject({ reason: "used" })
  await database().delete(postTags).where(eq(postTags.tagId, tag.id))
  const { result, named } = await tagsNamedBy(() => deleteTag(eva, tag.id))
  expect([result, named]).toEqual([{ ok: true }, []])
  expect(await listTags(eva)).toEqual([])
})

test("a tag that the menu, the footer or a section of the front page shows is not deleted", async () => {
  const post = await story("Someday")
  const tag = await tagCalled("Someday")
  await database().delete(postTags).where(eq(postTags.postId, post.id))
  await database().insert(frameLinks).values({ place: "footer", position: 0, tagId: tag.id })
  expect(await deleteTag(eva, tag.id)).toMatchObject({ reason: "placed" })
  await database().delete(frameLinks)
  await database().insert(frontSections).values({ edition: "draft", position: 0, tagId: tag.id, size: 4 })
  expect(await deleteTag(eva, tag.id)).toMatchObject({ reason: "placed" })
  await database().delete(frontSections)
  expect(await deleteTag(eva, tag.id)).toEqual({ ok: true })
})

test.each(["writer", "moderator"] as const)("a %s changes, merges and deletes no tag", async (role) => {
  await story("News", "Films")
  const [news, films] = [await tagCalled("News"), await tagCalled("Films")]
  const other = await person(role)
  const before = await database().select().from(auditEvents)
  expect(await changeTag(other, news.id, { ...fields(news), name: "X" })).toMatchObject({
    reason: "not-allowed",
  })
  expect(await mergeTag(other, news.id, films.id)).toMatchObject({ reason: "not-allowed" })
  expect(await deleteTag(other, news.id)).toMatchObject({ reason: "not-allowed" })
  expect(await listTags(other)).toEqual([])
  expect(await getDeskTag(other, news.id)).toBeNull()
  expect(await tagCalled("News")).toEqual(news)
  expect(await database().select().from(auditEvents)).toEqual(before)
})

test("a description, a place and nothing that the form does not have are taken from it", () => {
  const form = new FormData()
  const typed = {
    tag: "7",
    name: " Food ",
    slug: "FOOD",
    description: "Suppers.\nAnd more",
    position: "3",
    id: "9",
  }
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  expect(parseForm(tagInput, form)).toEqual({
    ok: true,
    value: { tag: 7, name: "Food", slug: "food", description: "Suppers. And more", position: 3 },
  })
  for (const [name, value] of [
    ["name", "a, b"],
    ["name", ""],
    ["slug", "ä"],
    ["position", "0"],
    ["position", "1.5"],
    ["description", "x".repeat(501)],
  ] as const) {
    const wrong = new FormData()
    for (const [key, kept] of Object.entries({ ...typed, [name]: value })) wrong.set(key, kept)
    const parsed = parseForm(tagInput, wrong)
    expect(parsed.ok ? [] : Object.keys(parsed.errors), `${name}: ${value}`).toEqual([name])
  }
})
