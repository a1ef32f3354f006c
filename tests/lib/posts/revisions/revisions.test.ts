import { asc, eq, sql } from "drizzle-orm"
import fc from "fast-check"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { onTagChanged } from "@/db/cache-tags"
import { database } from "@/db/client"
import { createAuthor, createMedium, createPost, createStaff, paragraphs } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { postRevisions } from "@/db/schema/post-revisions"
import { posts } from "@/db/schema/posts"
import type { Role, Staff } from "@/lib/auth/staff"
import { parseDocument } from "@/lib/documents/document-schema"
import { deleteMedia } from "@/lib/media/mutations"
import { getStory } from "@/lib/posts/desk-queries"
import { type PostInput, parsePost } from "@/lib/posts/input"
import { createDraft, publishPost, saveDraft } from "@/lib/posts/mutations"
import { getPost } from "@/lib/posts/queries"
import { discardChanges, nameRevision, restoreRevision } from "@/lib/posts/revisions/mutations"
import { findPublicAt, getRevision, getVersionedStory, listRevisions } from "@/lib/posts/revisions/queries"
import type { SavedPost, SaveOutcome } from "@/lib/posts/save-outcome"

import { unpublishPost } from "@/lib/posts/withdrawal/mutations"

import { anyDocument } from "../../../support/any-document.ts"

import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asStaff } from "../../comments/as-staff.ts"

withFreshDatabase()

let eva: Staff
let ben: Staff
let wim: Staff
let changed: string[]
let stopListening: () => void

beforeEach(async () => {
  eva = await person("Eva", "editor")
  ben = await person("Ben", "editor")
  wim = await person("Wim", "writer")
  changed = []
  stopListening = onTagChanged((tag) => changed.push(tag))
})

afterEach(() => stopListening())

describe("what is kept of a story", () => {
  test("the saves of one sitting are one version, another person's and a later one are others", async () => {
    const draft = done(await createDraft(eva, story({ title: "One" })))
    const second = done(await saveDraft(eva, draft, story({ title: "Two" })))
    expect(await titles(draft.id)).toEqual(["Two"])
    const bens = done(await saveDraft(ben, second, story({ title: "Three" })))
    expect(await titles(draft.id)).toEqual(["Two", "Three"])
    await letPass(draft.id, 11)
    const later = done(await saveDraft(ben, bens, story({ title: "Four" })))
    expect(await titles(draft.id)).toEqual(["Two", "Three", "Four"])
    done(await saveDraft(ben, later, story({ title: "Four" })))
    expect(await titles(draft.id)).toEqual(["Two", "Three", "Four"])
  })

  test("each publication is a version of its own that no save writes over, dated from when until when it was public", async () => {
    const draft = done(await createDraft(eva, story({ title: "First" })))
    const out = done(await publishPost(eva, draft, story({ title: "First" })))
    const next = done(await publishPost(eva, out, story({ title: "Second" })))
    const typed = done(await saveDraft(eva, next, story({ title: "Third, unseen" })))
    done(await unpublishPost(eva, typed))
    const kept = await rows(draft.id)
    expect(kept.map(({ kind, content }) => [kind, content.title])).toEqual([
      ["published", "First"],
      ["published", "Second"],
      ["sitting", "Third, unseen"],
    ])
    expect(kept.map(({ publicFrom, publicUntil }) => [publicFrom !== null, publicUntil !== null])).toEqual([
      [true, true],
      [true, true],
      [false, false],
    ])
    expect(kept[0]?.publicUntil).toEqual(kept[1]?.publicFrom)
  })

  test("a story from before there were versions keeps what it said when it is saved for the first time", async () => {
    const old = await createPost(database(), { title: "From before", createdBy: eva.id })
    done(await saveDraft(eva, old, story({ title: "Newer words" })))
    expect((await rows(old.id)).map(({ kind, content }) => [kind, content.title])).toEqual([
      ["published", "From before"],
      ["sitting", "Newer words"],
    ])
    expect((await row(old.id)).liveRevisionId).toBe((await rows(old.id))[0]?.id)
  })
})

describe("newer words of a published story", () => {
  test("are seen by colleagues and by no reader, and change no page", async () => {
    const out = await published({ title: "As published", tags: "Fair" })
    const before = await getPost(out.slug)
    changed = []
    const saved = done(
      await saveDraft(
        eva,
        out,
        story({ title: "Better", slug: "better", tags: "Fair, Rain", commentMode: "closed" }),
      ),
    )
    expect(saved).toMatchObject({ status: "published", unseen: true, commentMode: "closed", slug: out.slug })
    expect(changed).toEqual([])
    expect(await getPost(out.slug)).toEqual(before)
    const seen = await getStory(ben, out.id)
    expect(seen).toMatchObject({ title: "Better", slug: "better", address: out.slug, commentMode: "closed" })
    expect(seen?.tags.map(({ name }) => name)).toEqual(["Fair", "Rain"])
  })

  test("are seen by readers once somebody publishes them, and there are none beside them then", async () => {
    const out = await published({ title: "As published" })
    const saved = done(await saveDraft(eva, out, story({ title: "Better" })))
    const updated = done(await publishPost(ben, saved, story({ title: "Better" })))
    expect(updated.unseen).toBe(false)
    expect((await getPost(out.slug))?.title).toBe("Better")
  })

  test("that are again what readers see are none", async () => {
    const out = await published({ title: "As published" })
    const saved = done(await saveDraft(eva, out, story({ title: "As publishedd" })))
    expect(done(await saveDraft(eva, saved, story({ title: "As published" }))).unseen).toBe(false)
  })

  test("are written over by nobody who has not seen them", async () => {
    const out = await published({ title: "As published" })
    const bens = done(await saveDraft(ben, out, story({ title: "Ben's" })))
    for (const act of [saveDraft, publishPost])
      expect(await act(eva, out, story({ title: "Eva's" }))).toMatchObject({
        reason: "stale",
        by: "Ben",
        own: false,
        post: { version: bens.version, unseen: true },
      })
    expect(await discardChanges(eva, out)).toMatchObject({ reason: "stale", by: "Ben" })
  })

  test("that are saved twice, as after a lost answer, are saved once", async () => {
    const out = await published({ title: "As published" })
    const first = done(await saveDraft(eva, out, story({ title: "Once" })))
    expect(done(await saveDraft(eva, out, story({ title: "Once" }))).version).toBe(first.version)
  })

  test("are discarded by a decision in the log, and stay among the versions", async () => {
    const out = await published({ title: "As published" })
    const saved = done(await saveDraft(eva, out, story({ title: "Better" })))
    changed = []
    expect(done(await discardChanges(eva, saved)).unseen).toBe(false)
    expect(changed).toEqual([])
    expect((await getStory(eva, out.id))?.title).toBe("As published")
    expect(await titles(out.id)).toContain("Better")
    expect((await events(out.id)).at(-1)).toBe("changes_discarded")
  })

  test("become the story's own when it is taken back", async () => {
    const out = await published({ title: "As published" })
    const saved = done(await saveDraft(eva, out, story({ title: "Better" })))
    done(await unpublishPost(ben, saved))
    expect(await row(out.id)).toMatchObject({ status: "withdrawn", title: "Better", liveRevisionId: null })
  })

  test("are nobody's to write who may not change the story", async () => {
    const draft = done(await createDraft(wim, story()))
    const out = done(await publishPost(eva, draft, story()))
    expect(
      await saveDraft(asStaff(await createStaff(database(), { roles: ["writer"] })), out, story()),
    ).toMatchObject({ reason: "not-found" })
    const saved = done(await saveDraft(eva, out, story({ title: "Better" })))
    expect(await discardChanges(wim, saved)).toMatchObject({ reason: "others-words" })
  })
})

describe("restoring", () => {
  test("any of 200 versions gives its document back byte for byte, as a new version", async () => {
    const documents = await documentsToSave(200)
    let post = done(await createDraft(eva, story({ title: "Version 0", body: documents[0] ?? "" })))
    for (const [n, document] of documents.entries()) {
      if (n === 0) continue
      const fields = { title: `Version ${n}`, body: document }
      post = done(await saveDraft(n % 2 ? ben : eva, post, story(fields)))
    }
    const kept = await rows(post.id)
    expect(kept).toHaveLength(200)
    const types = new Set(JSON.stringify(kept.map(({ content }) => content.body)).match(/"type":"\w+"/g))
    for (const type of ["embed", "table", "footnote", "picture", "gallery", "codeBlock", "notice"])
      expect(types).toContain(`"type":"${type}"`)
    for (const { id, content } of kept) {
      done(await restoreRevision(eva, { post: post.id, revision: id }))
      const now = await row(post.id)
      expect(JSON.stringify(now.body)).toBe(JSON.stringify(content.body))
      expect(now.title).toBe(content.title)
    }
    expect((await rows(post.id)).slice(0, 200)).toEqual(kept)
  }, 300_000)

  test("of a published story publishes nothing, and keeps the address that readers know", async () => {
    const draft = done(await createDraft(eva, story({ title: "First" })))
    const out = done(await publishPost(eva, draft, story({ title: "Second", slug: "second" })))
    const next = done(await publishPost(eva, out, story({ title: "Third", slug: "third" })))
    const [first] = await rows(out.id)
    changed = []
    const restored = done(await restoreRevision(ben, { post: out.id, revision: first?.id ?? 0 }))
    expect(restored).toMatchObject({ unseen: true, status: "published", slug: next.slug })
    expect(changed).toEqual([])
    expect((await getPost("third"))?.title).toBe("Third")
    expect(await getStory(ben, out.id)).toMatchObject({ title: "First", slug: "third" })
    expect((await rows(out.id)).at(-1)).toMatchObject({ kind: "restored", restoredFromId: first?.id })
    expect((await events(out.id)).at(-1)).toBe("revision_restored")
  })

  test("a version of another story is not found, and one's own approved story is not a writer's to change", async () => {
    const mine = done(await createDraft(wim, story({ title: "Mine" })))
    const other = done(await createDraft(eva, story({ title: "Hers" })))
    const [hers] = await rows(other.id)
    const [own] = await rows(mine.id)
    const forged = { post: mine.id, revision: hers?.id ?? 0 }
    for (const act of [
      restoreRevision,
      (who: Staff, which: typeof forged) => nameRevision(who, { ...which, name: "X" }),
    ]) {
      expect(await act(wim, forged)).toMatchObject({ reason: "not-found" })
      expect(await act(wim, { post: other.id, revision: hers?.id ?? 0 })).toMatchObject({
        reason: "not-found",
      })
    }
    const found = await getVersionedStory(wim, mine.id)
    expect(found && (await getRevision(found, hers?.id ?? 0))).toBeNull()
    expect(await getVersionedStory(wim, other.id)).toBeNull()
    await database().update(posts).set({ status: "approved" }).where(eq(posts.id, mine.id))
    expect(await restoreRevision(wim, { post: mine.id, revision: own?.id ?? 0 })).toMatchObject({
      reason: "not-allowed",
    })
  })

  test("a version that somebody named is not written over by the next save", async () => {
    const draft = done(await createDraft(eva, story({ title: "For the lawyer" })))
    const [first] = await rows(draft.id)
    done(await nameRevision(eva, { post: draft.id, revision: first?.id ?? 0, name: "Sent to the lawyer" }))
    done(await saveDraft(eva, draft, story({ title: "Later" })))
    const kept = await rows(draft.id)
    expect(kept.map(({ kind, name, content }) => [kind, name, content.title])).toEqual([
      ["named", "Sent to the lawyer", "For the lawyer"],
      ["sitting", "", "Later"],
    ])
  })

  test("an author who is gone is left out, and whoever is credited now stays where nobody else is", async () => {
    const guest = await createAuthor(database(), { name: "Guest" })
    const by = (id: number) => JSON.stringify([{ id, name: "", part: "words" }])
    const draft = done(await createDraft(eva, story({ title: "By a guest", bylines: by(guest.id) })))
    const [first] = await rows(draft.id)
    done(await saveDraft(ben, draft, story({ title: "By Eva", bylines: by(eva.authorId ?? 0) })))
    await database().execute(sql`delete from authors where id = ${guest.id}`)
    done(await restoreRevision(eva, { post: draft.id, revision: first?.id ?? 0 }))
    expect((await row(draft.id)).authorId).toBe(eva.authorId)
  })
})

test("a picture that only an earlier version has stays in the library", async () => {
  const picture = await createMedium(database(), { uploadedBy: eva.id, alt: "A pool" })
  const lead = { leadMediaId: String(picture.id), pictureAlt: "A pool" }
  const draft = done(await createDraft(eva, story(lead)))
  done(await saveDraft(ben, draft, story()))
  expect(await deleteMedia(eva, [picture.id])).toMatchObject({ deleted: [], used: [picture.id] })
  const [first] = await rows(draft.id)
  done(await restoreRevision(eva, { post: draft.id, revision: first?.id ?? 0 }))
  expect((await row(draft.id)).leadMediaId).toBe(picture.id)
})

test("what readers saw at a moment is found by the publication's clock", async () => {
  const draft = done(await createDraft(eva, story({ title: "First" })))
  const out = done(await publishPost(eva, draft, story({ title: "First" })))
  done(await publishPost(eva, out, story({ title: "Second" })))
  const [first, second] = await rows(draft.id)
  const at = (of: number, from: string, until: string | null) =>
    database().execute(
      sql`update post_revisions set public_from = ${from}::timestamptz, public_until = ${until}::timestamptz where id = ${of}`,
    )
  await at(first?.id ?? 0, "2026-07-01T06:00:00Z", "2026-07-01T07:30:00Z")
  await at(second?.id ?? 0, "2026-07-01T07:30:00Z", null)
  const found = await getVersionedStory(eva, draft.id)
  if (!found) throw new Error("The story is not there.")
  const ask = (local: string, timeZone: string) => findPublicAt(found, { local, timeZone })
  expect(await ask("2026-07-01T09:00", "Europe/Berlin")).toBe(first?.id)
  expect(await ask("2026-07-01T09:00", "UTC")).toBe(second?.id)
  expect(await ask("2026-07-01T05:00", "UTC")).toBeNull()
})

test("a list of versions tells who, what kind and how many words, fifty a page", async () => {
  const draft = done(await createDraft(eva, story({ body: body("Three plain words.", "And three more.") })))
  const found = await getVersionedStory(eva, draft.id)
  if (!found) throw new Error("The story is not there.")
  const { revisions, next } = await listRevisions(found)
  expect(revisions).toMatchObject([{ by: "Eva", kind: "sitting", words: 6, title: "A fair by the river" }])
  expect(next).toBeNull()
})

async function person(name: string, ...roles: Role[]): Promise<Staff> {
  const author = await createAuthor(database(), { name })
  return asStaff(await createStaff(database(), { name, roles, authorId: author.id }))
}

async function published(fields: Record<string, string>): Promise<SavedPost> {
  return done(await publishPost(eva, done(await createDraft(eva, story(fields))), story(fields)))
}

/** Documents of all that the editor knows, as it sends them, with pictures that the library has. */
async function documentsToSave(count: number): Promise<string[]> {
  const { id } = await createMedium(database())
  return fc
    .sample(anyDocument, { seed: 14, numRuns: 2 * count })
    .map((document) => JSON.stringify(document).replace(/"mediaId":\d+/g, `"mediaId":${id}`))
    .filter((document) => parseDocument(document).ok)
    .slice(0, count)
}

const body = (...texts: string[]) => JSON.stringify(paragraphs(...texts))

function story(fields: Record<string, string> = {}): PostInput {
  const form = new FormData()
  const typed = {
    title: "A fair by the river",
    standfirst: "",
    body: body("It rained, and everybody came."),
    slug: "",
    tags: "",
    bylines: "[]",
    picture: "",
    pictureAlt: "",
    commentMode: "hold_all",
    commentModeSeen: "hold_first",
    ...fields,
  }
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  const parsed = parsePost(form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.value
}

function done(outcome: SaveOutcome): SavedPost {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`)
  return outcome.post
}

function rows(postId: number) {
  return database()
    .select()
    .from(postRevisions)
    .where(eq(postRevisions.postId, postId))
    .orderBy(asc(postRevisions.id))
}

async function titles(postId: number): Promise<string[]> {
  return (await rows(postId)).map(({ content }) => content.title)
}

async function row(id: number) {
  const [post] = await database().select().from(posts).where(eq(posts.id, id))
  if (!post) throw new Error("The story is not there.")
  return post
}

async function events(postId: number): Promise<string[]> {
  const found = await database()
    .select({ action: auditEvents.action })
    .from(auditEvents)
    .where(eq(auditEvents.postId, postId))
    .orderBy(asc(auditEvents.id))
  return found.map(({ action }) => action)
}

/** Has so many minutes passed since a story's sittings began. */
async function letPass(postId: number, minutes: number): Promise<void> {
  await database().execute(
    sql`update post_revisions set started_at = started_at - make_interval(mins => ${minutes}) where post_id = ${postId}`,
  )
}
