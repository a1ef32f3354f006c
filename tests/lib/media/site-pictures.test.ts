import { desc, eq, sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { listMetadata } from "@/app/(site)/list-metadata"
import { onTagChanged } from "@/db/cache-tags"
import { database } from "@/db/client"
import { createAuthor, createMedium, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { mediaUses } from "@/db/schema/media-uses"
import { listLog } from "@/lib/audit/log/queries"
import { sentenceOf } from "@/lib/audit/log/sentence"
import type { Role } from "@/lib/auth/staff"
import { articleFacts } from "@/lib/comments/thread/article-facts"
import { env } from "@/lib/env"
import { deleteMedia, saveDetails } from "@/lib/media/mutations"
import { getMedium, getSitePicture, listMedia, listUses } from "@/lib/media/queries"
import { setPortrait, setPublicationPicture } from "@/lib/media/site-pictures"
import { takeDown } from "@/lib/media/take-down"
import { getPost } from "@/lib/posts/queries"
import { getAuthor } from "@/lib/posts/section-queries"
import { getSettings } from "@/lib/settings/queries"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

const person = async (role: Role, authorId?: number) =>
  asStaff(await createStaff(database(), { roles: [role], authorId }))

async function tagsOf<T>(work: () => Promise<T>): Promise<[T, string[]]> {
  const tags: string[] = []
  const forget = onTagChanged((tag) => tags.push(tag))
  const result = await work()
  forget()
  return [result, tags]
}

const medium = (uploadedBy?: number) => createMedium(database(), { uploadedBy, alt: "A face" })

test("an author's page and stories show the portrait that was chosen, until another or none is", async () => {
  const author = await createAuthor(database())
  const post = await createPost(database(), { authorId: author.id })
  const eva = await person("editor")
  const [one, two] = [await medium(), await medium()]
  expect((await getAuthor(author.slug))?.portrait).toBeNull()
  for (const picture of [one, two]) {
    const set = await tagsOf(() => setPortrait(eva, author.id, picture.id))
    expect(set).toEqual([{ ok: true }, [`author:${author.slug}`]])
    const shown = { folder: `/media/${picture.key}`, alt: "A face" }
    expect(await getAuthor(author.slug)).toMatchObject({ portrait: shown })
    expect(await getPost(post.slug)).toMatchObject({ bylines: [{ portrait: shown }] })
  }
  expect(await database().$count(mediaUses, eq(mediaUses.authorId, author.id))).toBe(1)
  expect(await tagsOf(() => setPortrait(eva, author.id, two.id))).toEqual([{ ok: true }, []])
  expect(await tagsOf(() => setPortrait(eva, author.id, null))).toEqual([
    { ok: true },
    [`author:${author.slug}`],
  ])
  expect((await getPost(post.slug))?.bylines[0]?.portrait).toBeNull()
})

test("a writer chooses their own portrait and nobody else's, of pictures that they may see", async () => {
  const [own, other] = [await createAuthor(database()), await createAuthor(database())]
  const wes = await person("writer", own.id)
  const mine = await medium(wes.id)
  const notAllowed = { ok: false, reason: "not-allowed" }
  expect(await setPortrait(wes, own.id, mine.id)).toEqual({ ok: true })
  expect(await setPortrait(wes, other.id, mine.id)).toEqual(notAllowed)
  expect(await setPortrait(wes, own.id, (await medium()).id)).toEqual({ ok: false, reason: "not-found" })
  expect(await setPortrait(await person("moderator", own.id), own.id, null)).toEqual(notAllowed)
  const eva = await person("editor")
  const face = await medium(eva.id)
  expect(await setPortrait(eva, other.id, face.id)).toEqual({ ok: true })
  expect(await setPortrait(wes, own.id, face.id)).toEqual({ ok: false, reason: "anothers-portrait" })
  expect(await setPortrait(eva, own.id, face.id)).toEqual({ ok: true })
  expect(await setPortrait(await person("admin"), 999_999, mine.id)).toEqual({
    ok: false,
    reason: "not-found",
  })
  for (const role of ["writer", "moderator", "editor"] as const)
    expect(await setPublicationPicture(await person(role), "logo", null)).toEqual(notAllowed)
  expect(await database().$count(mediaUses, eq(mediaUses.authorId, own.id))).toBe(1)
})

test("the logo and the picture of links are an admin's to choose, and pages that tell of them are rendered anew", async () => {
  const ada = await person("admin")
  const [logo, social] = [await medium(), await medium()]
  expect(await getSitePicture("logo")).toBeNull()
  expect(await tagsOf(() => setPublicationPicture(ada, "logo", logo.id))).toEqual([
    { ok: true },
    ["frame", "logo"],
  ])
  expect(await tagsOf(() => setPublicationPicture(ada, "social", social.id))).toEqual([
    { ok: true },
    ["social"],
  ])
  expect(await getSitePicture("logo")).toMatchObject({
    folder: `/media/${logo.key}`,
    width: 1200,
    alt: "A face",
  })
  expect(await getSitePicture("social")).toMatchObject({ folder: `/media/${social.key}` })
  expect(await setPublicationPicture(ada, "logo", 999_999)).toEqual({ ok: false, reason: "not-found" })
  expect(await setPublicationPicture(ada, "social", null)).toEqual({ ok: true })
  expect(await getSitePicture("social")).toBeNull()
  expect(await getSitePicture("logo")).not.toBeNull()
})

test("links to a page without a picture of its own show the publication's, and search engines are told its logo; none of it before its files are there", async () => {
  const ada = await person("admin")
  const told = async () => {
    const settings = await getSettings()
    const { openGraph, twitter } = await listMetadata({ path: "/" }, settings)
    const logo = await getSitePicture("logo")
    const { publisher } = articleFacts(story, { ...settings, logo }) as { publisher: object }
    return { images: openGraph?.images, twitter, publisher }
  }
  for (const place of ["logo", "social"] as const) await setPublicationPicture(ada, place, null)
  const nothing = await told()
  expect(nothing).toMatchObject({ images: undefined, twitter: { card: "summary" } })
  expect(nothing.publisher).not.toHaveProperty("logo")
  const unmade = await createMedium(database(), { files: [] })
  for (const place of ["logo", "social"] as const) await setPublicationPicture(ada, place, unmade.id)
  expect(await told()).toEqual(nothing)

  const picture = await medium()
  for (const place of ["logo", "social"] as const) await setPublicationPicture(ada, place, picture.id)
  const url = `/media/${picture.key}/960-0a1b2c3d.jpg`
  expect(await told()).toMatchObject({
    images: [{ url, alt: "A face" }],
    twitter: { card: "summary_large_image" },
    publisher: { logo: { url: new URL(url, env().SITE_URL).href } },
  })
})

const story = {
  slug: "a",
  title: "A",
  standfirst: "",
  body: null,
  lead: null,
  picture: "",
  publishedAt: new Date(),
  updatedAt: new Date(),
  corrections: [],
  comments: { count: 0, rows: [] },
  bylines: [{ slug: "ada", name: "Ada", kind: "person" as const, part: "words" as const }],
  tags: [],
}

test("a portrait and a logo are in use: kept by a deletion, not taken down, listed where they are used, seen by all who pick", async () => {
  const [ada, eva] = [await person("admin"), await person("editor")]
  const author = await createAuthor(database(), { name: "Ifeoma Brandt" })
  const picture = await medium(eva.id)
  await setPortrait(eva, author.id, picture.id)
  await setPublicationPicture(ada, "logo", picture.id)
  expect(await deleteMedia(ada, [picture.id])).toEqual({ deleted: [], used: [picture.id], denied: [] })
  expect(await takeDown(ada, picture.id)).toEqual({ ok: false, reason: "shown" })
  expect(await listUses(eva, picture.id)).toMatchObject([
    { postId: null, author: "Ifeoma Brandt", place: "portrait" },
    { postId: null, author: null, place: "logo" },
  ])
  const unused = (await listMedia(ada, { unused: true })).pictures.map(({ id }) => id)
  expect(unused).not.toContain(picture.id)
  const wes = await person("writer")
  expect(await getMedium(wes, picture.id)).toMatchObject({ id: picture.id })

  const { id, version, alt, decorative, credit, licence, focusX, focusY } = picture
  const details = { id, version, alt, decorative, caption: "New", credit, licence, focusX, focusY }
  const [saved, tags] = await tagsOf(() => saveDetails(eva, details))
  expect([saved.ok, tags.toSorted()]).toEqual([true, [`author:${author.slug}`, "frame", "logo"]])

  await setPortrait(eva, author.id, null)
  await setPublicationPicture(ada, "logo", null)
  expect(await takeDown(ada, picture.id)).toEqual({ ok: true })
  await setPublicationPicture(ada, "logo", picture.id)
  // Its new files are not made yet: nothing shows it before.
  expect((await getSitePicture("logo"))?.files).toEqual([])
})

test("a writer's own picture is an editor's to change once it is somebody's portrait", async () => {
  const own = await createAuthor(database())
  const wes = await person("writer", own.id)
  const { id, version, alt, decorative, credit, licence, focusX, focusY } = await medium(wes.id)
  await setPortrait(wes, own.id, id)
  const details = { id, version, alt, decorative, caption: "New", credit, licence, focusX, focusY }
  expect(await saveDetails(wes, details)).toEqual({ ok: false, reason: "in-use" })
})

test("who chose which portrait or logo is in the log", async () => {
  const [ada, author] = [await person("admin"), await createAuthor(database())]
  const { id } = await medium()
  await setPortrait(ada, author.id, id)
  await setPublicationPicture(ada, "social", id)
  await setPortrait(ada, author.id, null)
  const { entries } = await listLog(ada, {})
  const sentences = entries.slice(0, 3).map(sentenceOf)
  expect(sentences.map(({ who, did, what, complement }) => `${who} ${did} ${what} ${complement}`)).toEqual([
    `${ada.name} removed picture ${id} as the portrait of ${author.slug}`,
    `${ada.name} made picture ${id} the social picture`,
    `${ada.name} chose picture ${id} as the portrait of ${author.slug}`,
  ])
  const [event] = await database().select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1)
  expect(event).toMatchObject({ mediaId: id, version: 1, detail: { author: author.slug } })
})

test("of two who choose at once, one portrait stays", async () => {
  const author = await createAuthor(database())
  const staff = [await person("editor"), await person("admin"), await person("editor")]
  const pictures = await Promise.all(staff.map(() => medium()))
  const answers = await Promise.all(
    staff.map((one, n) => setPortrait(one, author.id, pictures[n]?.id ?? null)),
  )
  expect(answers).toEqual(staff.map(() => ({ ok: true })))
  const [row] = await database().execute(
    sql`select count(*)::int as count from media_uses where author_id = ${author.id}`,
  )
  expect(row).toEqual({ count: 1 })
})
