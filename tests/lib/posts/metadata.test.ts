import { asc, eq } from "drizzle-orm"
import { describe, expect, test } from "vitest"
import { database } from "@/db/client"
import { createPost, createRevision, createStaff } from "@/db/factories"
import { postRevisions } from "@/db/schema/post-revisions"
import { posts } from "@/db/schema/posts"
import { listPostAddresses, listSitemapParts } from "@/lib/posts/archive-queries"
import { getStory } from "@/lib/posts/desk-queries"
import { type PostInput, parsePost } from "@/lib/posts/input"
import { noMetadata, searchResultOf, socialCardOf } from "@/lib/posts/metadata"
import { createDraft, publishPost, saveDraft } from "@/lib/posts/mutations"
import { getPost, listPosts, readFeed } from "@/lib/posts/queries"
import { restoreRevision } from "@/lib/posts/revisions/mutations"
import { summary } from "@/lib/posts/summary"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { tagsNamedBy } from "../../support/tags-of.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

const metadata = {
  searchTitle: "Pool opens: all hours",
  searchDescription: "When the pool opens, and what a swim costs.",
  socialTitle: "Into the water!",
  socialDescription: "The pool is open again.",
  canonicalUrl: "https://first.example/pool",
}

const editor = async () => asStaff(await createStaff(database(), { roles: ["editor"] }))

describe("search and social fields", () => {
  test("are what search engines and links say of the story, while lists and feeds keep its own words", async () => {
    const eva = await editor()
    const draft = done(await createDraft(eva, story(metadata)))
    const { slug } = done(await publishPost(eva, draft, story(metadata)))
    const post = await getPost(slug)
    if (!post) throw new Error("The story is not there.")
    expect(searchResultOf({ ...post, summary: summary(post) })).toEqual({
      title: metadata.searchTitle,
      description: metadata.searchDescription,
      url: metadata.canonicalUrl,
    })
    expect(socialCardOf({ ...post, summary: summary(post) }, null)).toMatchObject({
      title: metadata.socialTitle,
      description: metadata.socialDescription,
    })
    const listed = { title: "The pool is open", standfirst: "From six." }
    expect((await listPosts()).posts.find((one) => one.slug === slug)).toMatchObject(listed)
    expect((await readFeed()).posts.find((one) => one.slug === slug)).toMatchObject(listed)
  })

  test("that are empty leave the title and the standfirst, or how the text begins", async () => {
    const bare = {
      ...noMetadata,
      slug: "a",
      title: "Title",
      lead: null,
      picture: "",
      pictureAlt: "",
    }
    const post = { ...bare, summary: summary({ standfirst: "", body: body("How it begins.") }) }
    expect(searchResultOf(post)).toEqual({ title: "Title", description: "How it begins.", url: "/posts/a" })
    expect(socialCardOf(post, null)).toMatchObject({
      title: "Title",
      description: "How it begins.",
      image: null,
    })
  })

  test("wait with the newer words of a published story until somebody publishes them", async () => {
    const eva = await editor()
    const draft = done(await createDraft(eva, story()))
    const out = done(await publishPost(eva, draft, story()))
    const unseen = done(await saveDraft(eva, out, story(metadata)))
    expect(await getPost(out.slug)).toMatchObject(noMetadata)
    expect(await getStory(eva, out.id)).toMatchObject(metadata)
    const cleared = done(await saveDraft(eva, unseen, story(noMetadata)))
    expect(cleared.unseen).toBe(false)
    const again = done(await saveDraft(eva, cleared, story(metadata)))
    done(await publishPost(eva, again, story(metadata)))
    expect((await database().select().from(posts).where(eq(posts.id, out.id)))[0]).toMatchObject(metadata)
  })

  test("stay as they are when a page that does not know them saves the story", async () => {
    const eva = await editor()
    const draft = done(await createDraft(eva, story(metadata)))
    const saved = done(await saveDraft(eva, draft, story({}, "Newer title")))
    const out = done(await publishPost(eva, saved, story({}, "Newer title")))
    expect(await getStory(eva, draft.id)).toMatchObject({ title: "Newer title", ...metadata })
    done(await saveDraft(eva, out, story({ socialTitle: "Another" }, "Newer title")))
    const ahead = await getStory(eva, draft.id)
    expect(ahead).toMatchObject({ ...metadata, socialTitle: "Another", unseen: true })
  })

  test("come back with the version that had them, and a version from before they existed comes back to the byte", async () => {
    const eva = await editor()
    const post = await createPost(database(), {
      status: "draft",
      publishedAt: null,
      createdBy: eva.id,
      title: "Old",
    })
    const old = await createRevision(database(), post, { kind: "named", name: "Before" })
    const seen = { id: post.id, version: post.version }
    done(await saveDraft(eva, seen, story(metadata)))
    done(await restoreRevision(eva, { post: post.id, revision: old.id }))
    const rows = await revisions(post.id)
    const words = ({ body, tags, title, ...rest }: (typeof rows)[number]["content"]) => ({
      body,
      tags,
      title,
      keys: Object.keys(rest),
    })
    expect(rows.at(-1)).toMatchObject({ kind: "restored" })
    const restored = rows.at(-1)
    expect(restored && words(restored.content)).toEqual(words(old.content))
    expect(await getStory(eva, post.id)).toMatchObject(noMetadata)
    const had = rows.find(({ content }) => content.searchTitle)
    done(await restoreRevision(eva, { post: post.id, revision: had?.id ?? 0 }))
    expect(await getStory(eva, post.id)).toMatchObject(metadata)
    expect((await revisions(post.id)).at(-1)?.content).toEqual(had?.content)
  })

  test("with another site's address keep the story out of the sitemap, at once and until it is taken out again", async () => {
    const eva = await editor()
    const draft = done(await createDraft(eva, story()))
    const out = done(await publishPost(eva, draft, story()))
    const inSitemap = async () => (await listPostAddresses({})).some(({ id }) => id === out.id)
    expect(await inSitemap()).toBe(true)
    const elsewhere = { canonicalUrl: metadata.canonicalUrl }
    const { result, named } = await tagsNamedBy(() => publishPost(eva, out, story(elsewhere)))
    expect(named).toContain("lists")
    expect(await inSitemap()).toBe(false)
    expect(await listSitemapParts(1)).not.toContain(out.id)
    const back = await tagsNamedBy(() => publishPost(eva, done(result), story({ canonicalUrl: "" })))
    expect(back.named).toContain("lists")
    expect(await inSitemap()).toBe(true)
  })
})

describe("a canonical URL", () => {
  test.for([
    "/posts/a",
    "first.example/pool",
    "javascript:alert(1)",
    "ftp://first.example/",
    "https://ana:secret@first.example/",
    "https://ana@first.example/",
    "https://",
    "https:first.example",
    "https://first.example/a b",
    `https://first.example/${"a".repeat(2000)}`,
    `https://first.example/${"é".repeat(1000)}`,
  ])("is refused with a sentence beside the field: %s", (canonicalUrl) => {
    const parsed = parsePost(formOf({ canonicalUrl }))
    expect(parsed.ok ? null : Object.keys(parsed.errors)).toEqual(["canonicalUrl"])
  })

  test("is kept as a browser spells it", () => {
    expect(story({ canonicalUrl: " HTTPS://First.Example/é?a=1 " }).canonicalUrl).toBe(
      "https://first.example/%C3%A9?a=1",
    )
  })
})

function done<T extends { ok: boolean }>(outcome: T) {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return (outcome as unknown as { post: { id: number; version: number; slug: string; unseen: boolean } }).post
}

function revisions(postId: number) {
  return database()
    .select()
    .from(postRevisions)
    .where(eq(postRevisions.postId, postId))
    .orderBy(asc(postRevisions.id))
}

function story(fields: Record<string, string> = {}, title = "The pool is open"): PostInput {
  const parsed = parsePost(formOf({ title, ...fields }))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.value
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  const usual = {
    title: "",
    standfirst: "From six.",
    slug: "",
    tags: "",
    picture: "",
    pictureAlt: "",
    commentMode: "",
  }
  const all = { ...usual, body: JSON.stringify(body("It opens at six.")), ...fields }
  for (const [name, value] of Object.entries(all)) form.set(name, value)
  return form
}

function body(text: string) {
  return { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] }
}
