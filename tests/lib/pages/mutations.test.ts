import { asc, eq } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { onTagChanged } from "@/db/cache-tags"
import { database } from "@/db/client"
import { createMedium, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { frameLinks } from "@/db/schema/frame"
import { pages } from "@/db/schema/pages"
import { listLog } from "@/lib/audit/log/queries"
import { sentenceOf } from "@/lib/audit/log/sentence"
import type { Role, Staff } from "@/lib/auth/staff"
import { plainText } from "@/lib/documents/rich-text"
import { deleteMedia } from "@/lib/media/mutations"
import { getMedium, listUses } from "@/lib/media/queries"
import { takeDown } from "@/lib/media/take-down"
import { getPageToEdit, listPages } from "@/lib/pages/desk-queries"
import { deleteRefusal, refusedPage } from "@/lib/pages/messages"
import { createPage, deletePage, publishPage, savePage, withdrawPage } from "@/lib/pages/mutations"
import { factsOfSite } from "@/lib/pages/privacy/queries"
import { proposePage } from "@/lib/pages/proposals"
import { getPage, getPathAfter, listPublishedPages } from "@/lib/pages/queries"
import type { PageOutcome, SavedPage } from "@/lib/pages/save-outcome"
import { getSections } from "@/lib/posts/section-queries"
import { getHouseRules, getSettings } from "@/lib/settings/queries"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { pageOf } from "../../support/page-forms.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

let eva: Staff
let changed: string[]
let stopListening: () => void

beforeEach(async () => {
  eva = await person("editor")
  changed = []
  stopListening = onTagChanged((tag) => changed.push(tag))
  await database().delete(pages).where(eq(pages.status, "draft"))
})

afterEach(() => stopListening())

const person = async (role: Role, name = "Eva") =>
  asStaff(await createStaff(database(), { name, roles: [role] }))

function done(outcome: PageOutcome): SavedPage {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`)
  return outcome.page
}

let made = 0
const fresh = () => `Page ${++made} of the test`

async function publish(fields: Record<string, string> = {}): Promise<SavedPage & { title: string }> {
  const title = fields.title ?? fresh()
  const draft = done(await createPage(eva, pageOf({ ...fields, title })))
  const page = done(await publishPage(eva, draft, pageOf({ ...fields, title })))
  changed = []
  return { ...page, title }
}

const refused = (outcome: PageOutcome) => (outcome.ok ? null : outcome.reason)

describe("an editor", () => {
  test("writes a page that readers find at its address once it is published", async () => {
    const draft = done(await createPage(eva, pageOf({ title: "Our town" })))
    expect(draft).toMatchObject({ path: "our-town", status: "draft", version: 1 })
    expect(await getPage("our-town")).toBeNull()
    expect(changed).toEqual([])

    const page = done(await publishPage(eva, draft, pageOf({ title: "Our town" })))
    expect(page).toMatchObject({ path: "our-town", status: "published", version: 2 })
    expect(await getPage("our-town")).toMatchObject({ title: "Our town", parent: null, children: [] })
    expect(changed).toEqual(["page:our-town", "pages"])
    const events = await database()
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.pageId, page.id))
      .orderBy(asc(auditEvents.id))
    expect(events).toMatchObject([
      {
        subject: "page",
        action: "page_published",
        fromStatus: "draft",
        toStatus: "published",
        staffId: eva.id,
      },
    ])
  })

  test("begins one draft however often its first save arrives", async () => {
    const title = fresh()
    const saves = [1, 2, 3].map(() => createPage(eva, pageOf({ title }), "tab1"))
    const ids = (await Promise.all(saves)).map((outcome) => done(outcome).id)
    expect(new Set(ids).size).toBe(1)
  })

  test("publishes nothing without a title, a text, or a description of each picture, nor with a part that is still to be written", async () => {
    const { id } = await createMedium(database())
    const picture = { type: "picture", attrs: { mediaId: id, alt: "" } }
    const body = JSON.stringify({ type: "doc", content: [picture] })
    const empty = JSON.stringify({ type: "doc", content: [{ type: "paragraph" }] })
    const draft = done(await createPage(eva, pageOf({ title: fresh() })))
    expect(refused(await publishPage(eva, draft, pageOf({ title: "" })))).toBe("title-missing")
    expect(refused(await publishPage(eva, draft, pageOf({ body: empty })))).toBe("body-missing")
    expect(refused(await publishPage(eva, draft, pageOf({ body })))).toBe("alt-missing")
    for (const purpose of ["about", "contact", "privacy"] as const) {
      const { body } = proposePage(purpose, { facts: await factsOfSite(), publication: await getSettings() })
      const proposed = pageOf({ title: fresh(), body: JSON.stringify(body) })
      const outcome = await publishPage(eva, draft, proposed)
      expect(refused(outcome), purpose).toBe("placeholder-left")
      const [first = ""] = /\[Write here: [^\]]+\]/.exec(plainText(body)) ?? []
      expect(!outcome.ok && outcome.reason !== "stale" && refusedPage(outcome), purpose).toMatchObject({
        errors: { body: `Put your own words in place of “${first}”, or remove it. Then publish again.` },
      })
    }
    expect((await getPageToEdit(eva, draft.id))?.version).toBe(1)
  })

  test("is told of a colleague's version before writing over it", async () => {
    const page = await publish()
    const ben = await person("editor", "Ben")
    done(await publishPage(ben, page, pageOf({ title: `${page.title}!` })))
    expect(await publishPage(eva, page, pageOf({ title: "Mine" }))).toMatchObject({
      ok: false,
      reason: "stale",
      by: "Ben",
      own: false,
    })
    expect(await savePage(eva, page, pageOf({ title: "Mine" }))).toMatchObject({ reason: "is-published" })
  })

  test("gives the page any address but one of the site's own, or one that leads elsewhere", async () => {
    const page = await publish({ slug: "neighbours" })
    const draft = done(await createPage(eva, pageOf({ title: fresh() })))
    const wish = (slug: string) => savePage(eva, draft, pageOf({ slug }))
    for (const slug of ["posts", "desk", "sign-in", "feed", "media", "wp-login"])
      expect(refused(await wish(slug)), slug).toBe("slug-reserved")
    expect(refused(await wish("neighbours"))).toBe("slug-taken")
    done(await publishPage(eva, page, pageOf({ title: page.title, slug: "neighbourhood" })))
    expect(refused(await wish("neighbours")), "it leads to the neighbourhood").toBe("slug-taken")
  })

  test("writes a title in any script, and finds a free address for titles that are alike", async () => {
    const arabic = done(await createPage(eva, pageOf({ title: "من نحن" })))
    expect(arabic.slug).toBe("mn-nhn")
    const two = [done(await createPage(eva, pageOf({ title: "Search" }))), await publish({ title: "Twice" })]
    expect(two[0]?.slug).toBe("search-2")
    expect(done(await createPage(eva, pageOf({ title: "Twice" }))).slug).toBe("twice-2")
  })
})

describe("a page that has moved", () => {
  test("is found from every address that it ever had, and so are the pages under it", async () => {
    const top = await publish({ slug: "club" })
    const child = await publish({ slug: "board", parentId: String(top.id) })
    expect(child.path).toBe("club/board")
    const moved = done(await publishPage(eva, top, pageOf({ title: top.title, slug: "society" })))
    expect([...changed].sort()).toEqual(
      ["page:club", "page:club/board", "page:society", "page:society/board", "pages"].sort(),
    )
    expect(await getPage("society/board")).toMatchObject({ parent: { slug: "society" } })
    expect([await getPathAfter("club"), await getPathAfter("club/board")]).toEqual([
      "society",
      "society/board",
    ])
    const [now] = (await listPages(eva)).filter(({ id }) => id === child.id)
    done(
      await publishPage(
        eva,
        { ...child, version: now?.version ?? 0 },
        pageOf({ title: child.title, slug: "board" }),
      ),
    )
    expect([await getPathAfter("club/board"), await getPathAfter("society/board")]).toEqual([
      "board",
      "board",
    ])
    done(await publishPage(eva, moved, pageOf({ title: top.title, slug: "club" })))
    expect([await getPathAfter("society"), await getPathAfter("club")]).toEqual(["club", null])
  })

  test("leads nowhere while it is withdrawn, and its old addresses are looked at anew when it comes back", async () => {
    const page = await publish({ slug: "old-fair" })
    const moved = done(await publishPage(eva, page, pageOf({ title: page.title, slug: "new-fair" })))
    const draft = done(await withdrawPage(eva, moved))
    expect(draft.status).toBe("draft")
    expect([await getPage("new-fair"), await getPathAfter("old-fair")]).toEqual([null, null])
    changed = []
    done(await publishPage(eva, draft, pageOf({ title: page.title, slug: "new-fair" })))
    expect([...changed].sort()).toEqual(["page:new-fair", "page:old-fair", "pages"])
    expect(await getPathAfter("old-fair")).toBe("new-fair")
  })
})

describe("pages under a page", () => {
  test("are listed on it, one level deep and no deeper", async () => {
    const top = await publish()
    const child = await publish({ parentId: String(top.id), title: "A child of the page" })
    expect((await getPage(top.path))?.children).toEqual([{ path: child.path, title: child.title }])
    const other = await publish()
    const under = (parentId: number) =>
      publishPage(eva, other, pageOf({ title: other.title, parentId: String(parentId) }))
    expect(refused(await under(child.id))).toBe("parent-nested")
    expect(refused(await under(other.id))).toBe("parent-unknown")
    expect(refused(await under(999_999))).toBe("parent-unknown")
    const up = pageOf({ title: top.title, parentId: String(other.id) })
    expect(refused(await publishPage(eva, top, up))).toBe("has-children")
  })

  test("change the page above when they change their title or go, and not when their words change", async () => {
    const top = await publish()
    const child = await publish({ parentId: String(top.id) })
    const words = pageOf({
      title: child.title,
      parentId: String(top.id),
      description: "Other words about it.",
    })
    const same = done(await publishPage(eva, child, words))
    expect(changed).toEqual([`page:${child.path}`, "pages"])
    changed = []
    const renamed = done(await publishPage(eva, same, { ...words, title: `${child.title}, once more` }))
    expect([...changed].sort()).toEqual([`page:${top.path}`, `page:${child.path}`, "pages"].sort())
    expect(refused(await withdrawPage(eva, top))).toBe("children-published")
    changed = []
    done(await withdrawPage(eva, renamed))
    expect([...changed].sort()).toEqual([`page:${top.path}`, `page:${child.path}`, "pages"].sort())
  })

  test("wait for the page above", async () => {
    const draft = done(await createPage(eva, pageOf({ title: fresh() })))
    const below = pageOf({ title: fresh(), parentId: String(draft.id) })
    const child = done(await createPage(eva, below))
    expect(refused(await publishPage(eva, child, below))).toBe("parent-draft")
    expect(refused(await deletePage(eva, draft))).toBe("has-children")
  })
})

test("a draft that is put under another page gets a free address there", async () => {
  const top = await publish()
  await publish({ parentId: String(top.id), title: "Opening hours" })
  const draft = done(await createPage(eva, pageOf({ title: "Opening hours" })))
  const under = pageOf({ title: "Opening hours", parentId: String(top.id) })
  expect(done(await savePage(eva, draft, under)).path).toBe(`${top.path}/opening-hours-2`)
})

test("the menu is rendered anew where it shows a page, under its title or under chosen words", async () => {
  const [byTitle, byLabel] = [await publish(), await publish()]
  const row = { place: "menu", position: 1 } as const
  await database()
    .insert(frameLinks)
    .values([
      { ...row, pageId: byTitle.id },
      { ...row, pageId: byLabel.id, label: "Read this" },
    ])
  const retitled = async (page: typeof byTitle) => {
    changed = []
    const title = `${page.title} again`
    const now = done(await publishPage(eva, page, pageOf({ title, slug: page.slug })))
    return { ...now, title, tags: changed }
  }
  const [one, two] = [await retitled(byTitle), await retitled(byLabel)]
  expect([one.tags.includes("frame"), two.tags.includes("frame")]).toEqual([true, false])
  const tags: string[][] = []
  for (const page of [one, two]) {
    changed = []
    const draft = done(await withdrawPage(eva, page))
    expect(changed).toContain("frame")
    changed = []
    done(await deletePage(eva, draft))
    tags.push(changed)
  }
  expect(tags, "the menu is automatic again with its last link").toEqual([[], ["frame"]])
})

test("the automatic footer leads to the pages that the site refers to, and is rendered anew for them alone", async () => {
  const footer = async () => (await getSections()).pages.map(({ label, href }) => `${label} ${href}`)
  const frame = async (work: () => Promise<PageOutcome>) => {
    changed = []
    const page = done(await work())
    return { page, frame: changed.includes("frame") }
  }
  const privacy = { title: "Your data", slug: "your-data", purpose: "privacy" }
  const draft = done(await createPage(eva, pageOf(privacy)))
  expect(await footer()).toEqual([])
  const shown = await frame(() => publishPage(eva, draft, pageOf(privacy)))
  await publish({ title: "Who we are", slug: "who-we-are", purpose: "about" })
  expect([shown.frame, await footer()]).toEqual([true, ["Who we are /who-we-are", "Your data /your-data"]])

  const words = await frame(() => publishPage(eva, shown.page, pageOf({ ...privacy, description: "More." })))
  expect(words.frame, "other words").toBe(false)
  const retitled = { ...privacy, title: "Privacy here" }
  const title = await frame(() => publishPage(eva, words.page, pageOf(retitled)))
  expect(title.frame, "another title").toBe(true)
  // A page that is neither known to the site nor linked.
  expect((await frame(async () => publishPage(eva, await publish(), pageOf({ title: fresh() })))).frame).toBe(
    false,
  )

  await database().insert(frameLinks).values({ place: "footer", position: 1, url: "/archive", label: "All" })
  const chosen = await frame(() => publishPage(eva, title.page, pageOf(privacy)))
  expect([chosen.frame, await footer()], "a footer that was chosen").toEqual([false, []])
  await database().delete(frameLinks)
  const withdrawn = await frame(() => withdrawPage(eva, chosen.page))
  expect([withdrawn.frame, await footer()]).toEqual([true, ["Who we are /who-we-are"]])
})

test("a draft can be deleted, a published page not, and the log still names what is gone", async () => {
  const page = await publish()
  expect(refused(await deletePage(eva, page))).toBe("is-published")
  expect(deleteRefusal("is-published")).toBe("Readers see this page. Withdraw it first, then delete it.")
  const draft = done(await withdrawPage(eva, page))
  expect(refused(await deletePage(eva, page)), "seen before it was withdrawn").toBe("stale")
  done(await deletePage(eva, draft))
  expect(await getPageToEdit(eva, page.id)).toBeNull()
  const { entries } = await listLog(eva, { subject: "page" } as never)
  expect(sentenceOf(entries[0] as never)).toMatchObject({ did: "deleted", what: `/${page.path}` })
  expect(await listLog(await person("moderator"), { subject: "page" } as never)).toMatchObject({
    entries: [],
  })
})

test("only editors and admins write pages, and nobody else sees a draft", async () => {
  const draft = done(await createPage(eva, pageOf({ title: fresh() })))
  for (const role of ["writer", "moderator"] as const) {
    const other = await person(role)
    const input = pageOf({ title: "Mine" })
    const tries = [
      createPage(other, input),
      savePage(other, draft, input),
      publishPage(other, draft, input),
      withdrawPage(other, draft),
      deletePage(other, draft),
    ]
    for (const outcome of await Promise.all(tries)) expect(refused(outcome), role).toBe("not-allowed")
    expect([await getPageToEdit(other, draft.id), await listPages(other)], role).toEqual([null, []])
  }
  done(await savePage(await person("admin"), draft, pageOf({ title: fresh() })))
})

test("fields that no form has change nothing, and forged numbers lead to no page", async () => {
  const page = await publish()
  const before = await getPageToEdit(eva, page.id)
  const extra = {
    status: "draft",
    createdBy: "1",
    publishedAt: "1990-01-01",
    facts: "{}",
    id: "1",
    version: "9",
  }
  done(await publishPage(eva, page, pageOf({ ...extra, title: page.title, description: "More." })))
  const { description, version, updatedAt, ...same } = (await getPageToEdit(eva, page.id)) ?? {}
  expect([description, version]).toEqual(["More.", 3])
  expect(before).toMatchObject(same)
  for (const id of [0, -1, 999_999_999]) {
    const seen = { id, version: 1 }
    const tries = [publishPage(eva, seen, pageOf()), withdrawPage(eva, seen), deletePage(eva, seen)]
    for (const outcome of await Promise.all(tries)) expect(refused(outcome), String(id)).toBe("not-found")
  }
})

test("a picture of a page stays in the library, is a writer's to see once readers see it, and changes the page", async () => {
  const { id } = await createMedium(database(), { alt: "A bridge" })
  const picture = { type: "picture", attrs: { mediaId: id, alt: "A bridge" } }
  const body = JSON.stringify({ type: "doc", content: [picture] })
  const title = fresh()
  const draft = done(await createPage(eva, pageOf({ title, body })))
  const writer = await person("writer")
  expect(await deleteMedia(eva, [id])).toMatchObject({ deleted: [], used: [id] })
  expect(await getMedium(writer, id), "while the page is a draft").toBeNull()
  expect(await listUses(writer, id)).toMatchObject([{ page: { opens: false }, title: null, open: true }])
  const page = done(await publishPage(eva, draft, pageOf({ title, body })))
  expect(await listUses(writer, id)).toMatchObject([{ title, open: false }])
  expect((await getPage(page.path))?.pictures).toMatchObject({ [id]: { alt: "A bridge" } })
  expect(await getMedium(writer, id)).toMatchObject({ id })
  expect(await takeDown(eva, id)).toEqual({ ok: false, reason: "shown" })
  const without = done(await publishPage(eva, page, pageOf({ title })))
  expect(await deleteMedia(eva, [id])).toMatchObject({ deleted: [id] })
  expect(without.version).toBe(3)
})

test("there is one page of each purpose, and house rules are known wherever somebody comments", async () => {
  expect(await getHouseRules()).toBeNull()
  const rules = pageOf({ title: "House rules", purpose: "house_rules" })
  const draft = done(await createPage(eva, rules))
  expect(await getHouseRules()).toBeNull()
  done(await publishPage(eva, draft, rules))
  expect(changed).toContain("house-rules")
  expect(await getHouseRules()).toEqual({ path: "house-rules" })
  const second = pageOf({ title: fresh(), purpose: "house_rules" })
  expect(await createPage(eva, second)).toMatchObject({
    reason: "purpose-taken",
    other: { id: draft.id, title: "House rules" },
  })
  expect((await listPublishedPages()).map(({ path }) => path)).toContain("house-rules")
})
