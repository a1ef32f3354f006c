import { desc, eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { footerLinks, menuLinks } from "@/components/site/links"
import { database } from "@/db/client"
import { createPost, createStaff, paragraphs, tagPost } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { frameLinks } from "@/db/schema/frame"
import { pages } from "@/db/schema/pages"
import { posts, tags } from "@/db/schema/posts"
import { settings } from "@/db/schema/settings"
import { siteKeys } from "@/db/site"
import type { Role, Staff } from "@/lib/auth/staff"
import { parseFrame } from "@/lib/frame/input"
import { shownValues } from "@/lib/frame/link-values"
import { saveFrameLinks } from "@/lib/frame/mutations"
import { siteOffers } from "@/lib/frame/offers"
import { listFrameLinks, listLinkTargets } from "@/lib/frame/queries"
import type { FrameLink } from "@/lib/frame/types"
import { deletePage } from "@/lib/pages/mutations"
import { getSections } from "@/lib/posts/section-queries"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { tagsNamedBy } from "../../support/tags-of.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

let ana: Staff
const nothing: FrameLink = { label: "", pageId: null, tagId: null, url: null }

const person = async (role: Role) => asStaff(await createStaff(database(), { roles: [role] }))

beforeEach(async () => {
  await database().delete(frameLinks)
  await database().delete(settings).where(eq(settings.key, siteKeys.chosenLinks))
  await database().delete(pages)
  ana = await person("admin")
})

async function tag(name: string, fields: Partial<typeof posts.$inferInsert> = {}) {
  const post = await createPost(database(), fields)
  await tagPost(database(), post.id, name)
  const [row] = await database().select().from(tags).where(eq(tags.name, name))
  return { id: row?.id ?? 0, postId: post.id }
}

async function page(fields: Partial<typeof pages.$inferInsert>) {
  const [row] = await database()
    .insert(pages)
    .values({ slug: "about", title: "About us", body: paragraphs("We."), status: "published", ...fields })
    .returning()
  return row?.id ?? 0
}

describe("a menu that was chosen", () => {
  test("has its links in their order, by the names of what they lead to or by their labels", async () => {
    const food = await tag("Food")
    const about = await page({})
    const team = await page({ slug: "team", title: "The team", parentId: about })
    const links = [
      { ...nothing, pageId: team },
      { ...nothing, tagId: food.id, label: "Suppers" },
      { ...nothing, pageId: about },
      { ...nothing, url: "https://example.org/", label: "Choir" },
    ]
    const { result, named } = await tagsNamedBy(() => saveFrameLinks(ana, { place: "menu", links, seen: 0 }))
    expect([result, named]).toEqual([{ ok: true }, ["frame"]])
    expect(await getSections()).toMatchObject({
      menu: [
        { label: "The team", href: "/about/team" },
        { label: "Suppers", href: "/tags/food" },
        { label: "About us", href: "/about" },
        { label: "Choir", href: "https://example.org/" },
      ],
      footer: null,
    })
    const [event] = await database().select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1)
    expect(event).toMatchObject({
      subject: "settings",
      action: "settings_changed",
      detail: { "menu was": "automatic", "menu is": "The team, Suppers, About us, Choir" },
    })
  })

  test("leaves out a draft and a tag that no reader finds, until they are there", async () => {
    const some = await tag("Someday", { status: "draft", publishedAt: null })
    const draft = await page({ status: "draft" })
    const links = [
      { ...nothing, tagId: some.id },
      { ...nothing, pageId: draft },
    ]
    await saveFrameLinks(ana, { place: "menu", links })
    expect((await getSections()).menu).toEqual([])
    await database()
      .update(posts)
      .set({ status: "published", publishedAt: new Date() })
      .where(eq(posts.id, some.postId))
    await database().update(pages).set({ status: "published" })
    expect((await getSections()).menu).toHaveLength(2)
  })

  test("is not another one by what is published, and is automatic again when somebody wants that", async () => {
    const food = await tag("Food")
    await saveFrameLinks(ana, { place: "menu", links: [{ ...nothing, tagId: food.id }] })
    const before = (await getSections()).menu
    for (const name of ["Fresh", "Fresh", "Fresh"]) await tag(name)
    expect((await getSections()).menu).toEqual(before)
    const { menu } = await listFrameLinks(ana)
    expect(await saveFrameLinks(ana, { place: "menu", links: [], seen: menu.seen })).toEqual({ ok: true })
    expect((await getSections()).menu).toBeNull()
  })

  test("stays chosen when the page that its last link leads to is deleted, until somebody wants it automatic", async () => {
    await tag("Food")
    const about = await page({ status: "draft" })
    await saveFrameLinks(ana, { place: "menu", links: [{ ...nothing, pageId: about }] })
    const eva = await person("editor")
    expect(await deletePage(eva, { id: about, version: 1 })).toMatchObject({ ok: true })
    expect(await listFrameLinks(ana)).toMatchObject({ menu: { links: [], seen: 0 } })
    expect(await getSections()).toMatchObject({ menu: [], footer: null })
    expect(await saveFrameLinks(ana, { place: "menu", links: [], seen: 0 })).toEqual({ ok: true })
    expect((await getSections()).menu).toBeNull()
    const [event] = await database().select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1)
    expect(event).toMatchObject({ detail: { "menu was": "no links", "menu is": "automatic" } })
  })

  test("is not overwritten by somebody who saw another one, and leads to nothing that is not there", async () => {
    const links = [{ ...nothing, url: "/archive", label: "Archive" }]
    await saveFrameLinks(ana, { place: "footer", links, seen: 0 })
    const ben = await person("admin")
    expect(await saveFrameLinks(ben, { place: "footer", links: [], seen: 0 })).toMatchObject({
      reason: "changed",
    })
    for (const target of [{ pageId: 999_999 }, { tagId: 999_999 }])
      expect(await saveFrameLinks(ben, { place: "menu", links: [{ ...nothing, ...target }] })).toMatchObject({
        reason: "target-gone",
      })
    const { result, named } = await tagsNamedBy(() => saveFrameLinks(ben, { place: "footer", links }))
    expect([result, named]).toEqual([{ ok: true }, []])
  })

  test("is chosen from pages that name the one they stand under", async () => {
    const house = await page({ slug: "house", title: "The house" })
    await page({ title: "About", parentId: house })
    const { pages: offered } = await listLinkTargets(ana)
    expect(offered.map(({ title, above }) => [title, above])).toEqual([
      ["About", "The house"],
      ["The house", null],
    ])
  })

  test.each(["writer", "editor", "moderator"] as const)("is not a %s's to choose", async (role) => {
    const other = await person(role)
    expect(await saveFrameLinks(other, { place: "menu", links: [] })).toMatchObject({ reason: "not-allowed" })
    await page({ status: "draft" })
    expect(await listLinkTargets(other)).toEqual({ pages: [], tags: [] })
  })
})

describe("the form of the menu", () => {
  const parse = (fields: Record<string, string>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ place: "menu", intent: "save", seen: "0", ...fields }))
      form.set(name, value)
    return parseFrame(form)
  }

  test("gives its links and nothing else that was sent", () => {
    const row = (n: number, target: string, url = "", label = "") => ({
      [`target-${n}`]: target,
      [`url-${n}`]: url,
      [`label-${n}`]: label,
    })
    const sent = {
      ...row(1, "tag:7"),
      ...row(2, ""),
      ...row(3, "/archive"),
      ...row(4, "url", "https://EXAMPLE.org", " Choir "),
      ...row(17, "tag:8"),
      position: "9",
      staffId: "1",
    }
    expect(parse(sent)).toEqual({
      ok: true,
      value: {
        place: "menu",
        seen: 0,
        links: [
          { ...nothing, tagId: 7 },
          { ...nothing, url: "/archive", label: "Archive" },
          { ...nothing, url: "https://example.org/", label: "Choir" },
        ],
      },
    })
  })

  test.each([
    [{ "target-1": "url", "url-1": "javascript:alert(1)", "label-1": "x" }, ["url-1"]],
    [{ "target-1": "url", "url-1": "//evil.example", "label-1": "x" }, ["url-1"]],
    [{ "target-1": "url", "url-1": "mailto:a@example.org", "label-1": "x" }, ["url-1"]],
    [{ "target-1": "url", "url-1": "/archive", "label-1": "" }, ["label-1"]],
    [{ "target-1": "/nowhere" }, ["target-1"]],
    [{ "target-1": "", "label-1": "x" }, ["target-1"]],
    [{ "target-2": "tag:7", "label-2": "x".repeat(61) }, ["label-2"]],
  ])("refuses %j beside its field", (fields, wrong) => {
    const parsed = parse(fields as Record<string, string>)
    expect(parsed.ok ? [] : Object.keys(parsed.errors)).toEqual(wrong)
  })
})

test("who chooses the footer begins with the automatic links, each as what it leads to", async () => {
  const about = await page({ purpose: "about" })
  const { pages: shown, footer } = await getSections()
  expect(footer).toBeNull()
  const rows = [...shown, { label: "Archive", href: "/archive" }].map((link) =>
    shownValues(link, { tags: [], shown }),
  )
  expect(rows).toEqual([
    { target: `page:${about}`, url: "", label: "" },
    { target: "/archive", url: "", label: "" },
  ])
})

test("an admin is shown the automatic menu that readers get: no newsletter before there is a story", () => {
  const before = siteOffers({ hasStories: false }, { moderationReport: true })
  const after = siteOffers({ hasStories: true }, { moderationReport: false })
  const sections = { menu: null, footer: null, tags: [], pages: [] }
  expect(menuLinks(sections, before)).toEqual([])
  expect(menuLinks(sections, after).map(({ label }) => label)).toEqual(["Newsletter"])
  expect(footerLinks(sections, after).map(({ label }) => label)).toEqual([
    "Newsletter",
    "Archive",
    "RSS feed",
  ])
})
