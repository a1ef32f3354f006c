import { randomUUID } from "node:crypto"
import { expect, test } from "vitest"
import { onTagChanged } from "@/db/cache-tags"
import { database } from "@/db/client"
import { createAuthor, createMedium, createPost, createStaff, paragraphs } from "@/db/factories"
import type { Role, Staff } from "@/lib/auth/staff"
import { parsePost } from "@/lib/posts/input"
import { createDraft, publishPost, saveDraft } from "@/lib/posts/mutations"
import { getPost } from "@/lib/posts/queries"
import type { SavedPost, SaveOutcome } from "@/lib/posts/save-outcome"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

async function person(...roles: Role[]): Promise<Staff> {
  const author = await createAuthor(database())
  return asStaff(await createStaff(database(), { roles, authorId: author.id }))
}

function story(fields: Record<string, string> = {}) {
  const form = new FormData()
  const typed = {
    title: randomUUID(),
    standfirst: "",
    body: JSON.stringify(paragraphs("Words.")),
    slug: "",
    tags: "",
    picture: "",
    pictureAlt: "",
    commentMode: "",
    ...fields,
  }
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  const parsed = parsePost(form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.value
}

const withPicture = (mediaId: number, alt: string, decorative = false) =>
  JSON.stringify({
    type: "doc",
    content: [{ type: "picture", attrs: { mediaId, alt, decorative, caption: "", size: "normal" } }],
  })

function done(outcome: SaveOutcome): SavedPost {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`)
  return outcome.post
}

test("a story is published only when its lead picture is described, or says nothing that the text does not say", async () => {
  const eva = await person("editor")
  const plain = await createMedium(database())
  const decorative = await createMedium(database(), { decorative: true })
  const draft = done(await createDraft(eva, story({ leadMediaId: String(plain.id) })))
  expect(await publishPost(eva, draft, story({ leadMediaId: String(plain.id) }))).toEqual({
    ok: false,
    reason: "alt-missing",
  })
  const described = story({ leadMediaId: String(plain.id), pictureAlt: "A field" })
  done(await publishPost(eva, draft, described))
  const other = done(await createDraft(eva, story()))
  done(await publishPost(eva, other, story({ leadMediaId: String(decorative.id) })))
})

test("a published story that gets another lead picture is shown with it in every list", async () => {
  const eva = await person("editor")
  const [one, other] = [await createMedium(database()), await createMedium(database())]
  const title = randomUUID()
  let saved = done(await createDraft(eva, story({ title })))
  saved = done(await publishPost(eva, saved, story({ title })))
  for (const { id } of [one, other]) {
    const tags: string[] = []
    const forget = onTagChanged((tag) => tags.push(tag))
    const lead = story({ title, leadMediaId: String(id), pictureAlt: "A field" })
    saved = done(await publishPost(eva, saved, lead))
    forget()
    expect(tags).toContain(`card:${saved.slug}`)
  }
})

test("a draft waits for the words of its pictures, and readers never get a picture without them", async () => {
  const eva = await person("editor")
  const { id } = await createMedium(database())
  const draft = done(await createDraft(eva, story({ body: withPicture(id, "") })))
  expect(await publishPost(eva, draft, story({ body: withPicture(id, "") }))).toEqual({
    ok: false,
    reason: "body-alt-missing",
  })
  const published = done(await publishPost(eva, draft, story({ body: withPicture(id, "", true) })))
  expect((await getPost(published.slug))?.pictures).toMatchObject({ [id]: { width: 1200 } })
})

test("nobody saves a story with a picture that does not exist", async () => {
  const eva = await person("editor")
  const draft = done(await createDraft(eva, story()))
  expect(await saveDraft(eva, draft, story({ leadMediaId: "999999999" }))).toMatchObject({
    reason: "picture-gone",
  })
  expect(await saveDraft(eva, draft, story({ body: withPicture(999_999_999, "") }))).toMatchObject({
    reason: "body-picture-gone",
  })
})

test("a story keeps the picture that it has by its address, and gets no other", async () => {
  const eva = await person("editor")
  const old = { picture: "/uploads/bridge.jpg", pictureAlt: "A bridge" }
  const { id, version } = await createPost(database(), { ...old, status: "draft", publishedAt: null })
  const kept = done(await saveDraft(eva, { id, version }, story({ ...old, standfirst: "More words." })))
  const without = done(await saveDraft(eva, kept, story({ picture: "", pictureAlt: "" })))
  for (const picture of ["/nope.jpg", "/uploads/other.jpg"])
    expect(await saveDraft(eva, without, story({ ...old, picture }))).toMatchObject({ ok: false })
  const again = done(await saveDraft(eva, without, story(old)))
  const published = done(await publishPost(eva, again, story(old)))
  expect(await publishPost(eva, published, story({ ...old, picture: "/nope.jpg" }))).toMatchObject({
    reason: "picture-gone",
  })
  expect(await saveDraft(eva, published, story({ ...old, picture: "/nope.jpg" }))).toMatchObject({
    reason: "picture-gone",
  })
})

test("a writer places no picture of somebody else's draft, and keeps what an editor placed into theirs", async () => {
  const [eva, wim] = [await person("editor"), await person("writer")]
  const hidden = await createMedium(database(), { uploadedBy: eva.id })
  const body = withPicture(hidden.id, "A field")
  const draft = done(await createDraft(wim, story()))
  expect(await saveDraft(wim, draft, story({ body }))).toMatchObject({ reason: "body-picture-gone" })
  expect(await saveDraft(wim, draft, story({ leadMediaId: String(hidden.id) }))).toMatchObject({
    reason: "picture-gone",
  })
  const placed = done(await saveDraft(eva, draft, story({ body })))
  done(await saveDraft(wim, placed, story({ body, standfirst: "More words." })))
})
