import { eq, inArray } from "drizzle-orm"
import { expect, test } from "vitest"
import type { Staff } from "@/lib/auth/staff"
import { makeGuest } from "@/lib/authors/guests"
import { mergeProfiles } from "@/lib/authors/merge"
import { saveOwnProfile, saveProfile } from "@/lib/authors/mutations"
import { parsePost } from "@/lib/posts/input"
import { saveDraft } from "@/lib/posts/mutations"
import { database } from "../../../db/client.ts"
import { createAuthor, createPost, createStaff, paragraphs } from "../../../db/factories.ts"
import { authorSlugs, authors } from "../../../db/schema/authors.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

const rounds = Array.from({ length: 10 }, (_, round) => round)

const editor = async (): Promise<Staff> => asStaff(await createStaff(database(), { roles: ["editor"] }))

test("a writer who saves their profile while an editor merges it, and the editor, are both answered", async () => {
  const eva = await editor()
  for (const round of rounds) {
    const [gone, kept] = [await createAuthor(database()), await createAuthor(database())]
    const wren = asStaff(await createStaff(database(), { roles: ["writer"], authorId: gone.id }))
    const text = { name: `Wren ${round}`, title: "", bio: "", pronouns: "", pronunciation: "", links: [] }
    const [saved, merged] = await Promise.all([
      saveOwnProfile(wren, { ...text, version: 1 }),
      mergeProfiles(eva, { author: gone.id, into: kept.id, version: 1, intoVersion: 1 }),
    ])
    // The second one sees what the first has done.
    expect([saved.ok, merged.ok]).toContain(true)
    if (!saved.ok) expect(["not-allowed", "not-found", "changed"]).toContain(saved.reason)
    if (!merged.ok) expect(merged.reason).toBe("changed")
  }
})

test("an author can get another address while a story of theirs is saved under another title", async () => {
  const eva = await editor()
  for (const round of rounds) {
    const author = await createAuthor(database())
    const post = await createPost(database(), { authorId: author.id, status: "draft", publishedAt: null })
    const answers = await Promise.all([
      saveDraft(eva, post, titled(`Another title ${round}`)),
      saveProfile(eva, { author: author.id, version: 1, fields: { slug: `moved-${round}` } }),
    ])
    expect(answers).toMatchObject([{ ok: true }, { ok: true }])
  }
})

test("the address that an author gives up becomes nobody else's at the same moment", async () => {
  const eva = await editor()
  for (const round of rounds) {
    const [author, kept] = [
      await createAuthor(database(), { slug: `home-${round}` }),
      await createAuthor(database(), { slug: `kept-${round}` }),
    ]
    await Promise.all([
      saveProfile(eva, { author: author.id, version: 1, fields: { slug: `new-home-${round}` } }),
      firstProfile(`Home ${round}`),
    ])
    const [moved] = await database().select().from(authors).where(eq(authors.id, author.id))
    const [merged] = await Promise.all([
      mergeProfiles(eva, { author: author.id, into: kept.id, version: moved?.version ?? 0, intoVersion: 1 }),
      makeGuest(eva, { name: `New home ${round}`, publication: false }),
    ])
    expect(merged).toEqual({ ok: true })
  }
  const former = database().select({ slug: authorSlugs.slug }).from(authorSlugs)
  expect(await database().select().from(authors).where(inArray(authors.slug, former))).toEqual([])
})

async function firstProfile(name: string) {
  const writer = asStaff(await createStaff(database(), { roles: ["writer"], name }))
  const text = { title: "", bio: "", pronouns: "", pronunciation: "", links: [] }
  expect(await saveOwnProfile(writer, { ...text, name, version: 0 })).toEqual({ ok: true })
}

function titled(title: string) {
  const form = new FormData()
  const others = { standfirst: "", slug: "", tags: "", picture: "", pictureAlt: "", commentMode: "" }
  for (const [name, value] of Object.entries({ ...others, title, body: JSON.stringify(paragraphs("Rain.")) }))
    form.set(name, value)
  const parsed = parsePost(form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.value
}
