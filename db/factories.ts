import { randomBytes, randomInt } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import type { Queryable } from "./client.ts"
import { authors } from "./schema/authors.ts"
import { comments } from "./schema/comments.ts"
import { media } from "./schema/media.ts"
import { bans } from "./schema/moderation.ts"
import { pages } from "./schema/pages.ts"
import { postRevisions } from "./schema/post-revisions.ts"
import { postBylines, posts, postTags, type RichTextNode, tags } from "./schema/posts.ts"
import { staff } from "./schema/staff.ts"

/** Counts up from a number of this process, so that rows made without a name of their own never collide. */
let made = randomInt(1_000_000_000)

/** A document of paragraphs. */
export function paragraphs(...texts: string[]): RichTextNode {
  return {
    type: "doc",
    content: texts.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
  }
}

/** Makes a byline; each field has a default. */
export async function createAuthor(db: Queryable, fields: Partial<typeof authors.$inferInsert> = {}) {
  const number = ++made
  const [row] = await db
    .insert(authors)
    .values({ slug: `author-${number}`, name: `Author ${number}`, ...fields })
    .returning()
  return present(row)
}

/**
 * Makes a member of staff; an editor unless told otherwise. Has no password unless given its hash, and wants no mail
 * about waiting comments unless told.
 */
export async function createStaff(db: Queryable, fields: Partial<typeof staff.$inferInsert> = {}) {
  const number = ++made
  const [row] = await db
    .insert(staff)
    .values({
      email: `staff-${number}@example.org`,
      name: `Staff ${number}`,
      roles: ["editor"],
      // Somebody who has used their invitation, with a password that nothing fits.
      passwordHash: unusable,
      joinedAt: new Date(),
      commentMail: "off",
      ...fields,
    })
    .returning()
  return present(row)
}

/** The hash of a text that was thrown away. */
const unusable =
  "$argon2id$v=19$m=19456,t=2,p=1$7JXuuwGG8RZCHlVtGoPUXg$3QZds1+CZHSDtDHol9WluKIPnzk/AsRx3FFWf95apyg"

/** Makes a story; published now unless told otherwise, by an author of its own unless one is given. */
export async function createPost(db: Queryable, fields: Partial<typeof posts.$inferInsert> = {}) {
  const number = ++made
  const authorId = fields.authorId ?? (await createAuthor(db)).id
  const [row] = await db
    .insert(posts)
    .values({
      slug: `story-${number}`,
      title: `Story ${number}`,
      body: paragraphs(`The first paragraph of story ${number}.`),
      status: "published",
      publishedAt: new Date(),
      publishAt: fields.status === "scheduled" ? new Date(Date.now() + 86_400_000) : null,
      ...fields,
      authorId,
    })
    .returning()
  return present(row)
}

/** Keeps what a story says as a version of it, beside those that it has. */
export async function createRevision(
  db: Queryable,
  post: typeof posts.$inferSelect,
  fields: Partial<typeof postRevisions.$inferInsert> = {},
) {
  const { title, standfirst, slug, body, authorId, leadMediaId, picture, pictureAlt } = post
  const words = { title, standfirst, slug, body, leadMediaId, picture, pictureAlt }
  const content = { ...words, tags: [], bylines: [{ authorId, part: "words" as const }] }
  const [row] = await db
    .insert(postRevisions)
    .values({ postId: post.id, kind: "sitting", postVersion: post.version, content, ...fields })
    .returning()
  return present(row)
}

type Named = Pick<typeof postBylines.$inferInsert, "authorId" | "part">

/** Credits more authors on a story, after those that it has, for the words unless told otherwise. */
export async function addBylines(db: Queryable, postId: number, ...bylines: Named[]): Promise<void> {
  const held = await db.$count(postBylines, eq(postBylines.postId, postId))
  await db
    .insert(postBylines)
    .values(bylines.map((byline, at) => ({ ...byline, postId, position: held + at })))
}

/** Makes a page without a date; published unless told otherwise. */
export async function createPageRow(db: Queryable, fields: Partial<typeof pages.$inferInsert> = {}) {
  const number = ++made
  const [row] = await db
    .insert(pages)
    .values({
      slug: `page-of-${number}`,
      title: `Page ${number}`,
      body: paragraphs(`The first paragraph of page ${number}.`),
      status: "published",
      publishedAt: new Date(),
      ...fields,
    })
    .returning()
  return present(row)
}

/** Puts tags on a story, in this order, making those that do not exist. */
export async function tagPost(db: Queryable, postId: number, ...names: string[]): Promise<void> {
  for (const [position, name] of names.entries()) {
    const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, "-")
    const [tag] = await db
      .insert(tags)
      .values({ slug, name })
      .onConflictDoUpdate({ target: tags.slug, set: { name } })
      .returning()
    await db.insert(postTags).values({ postId, tagId: present(tag).id, position })
  }
}

type CommentFields = Partial<Omit<typeof comments.$inferInsert, "path" | "parentId">> & { postId: number }

/** Makes a comment; approved unless told otherwise. `parent` puts it under another. */
export async function createComment(
  db: Queryable,
  { parent, ...fields }: CommentFields & { parent?: { id: number; path: number[] } },
) {
  const number = ++made
  const [next] = await db.execute<{ id: string }>(
    sql`select nextval(pg_get_serial_sequence('comments', 'id')) as id`,
  )
  const id = Number(present(next).id)
  const [row] = await db
    .insert(comments)
    .values({
      id,
      parentId: parent?.id ?? null,
      path: [...(parent?.path ?? []), id],
      status: "approved",
      name: `Reader ${number}`,
      body: `Comment ${number}.`,
      emailSealed: randomBytes(48),
      emailHash: randomBytes(32),
      fingerprint: randomBytes(32),
      ...fields,
    })
    .returning()
  return present(row)
}

/** Makes a ban of a name that nobody has, unless told otherwise. */
export async function createBan(
  db: Queryable,
  fields: Partial<typeof bans.$inferInsert> & { staffId: number },
) {
  const number = ++made
  const [row] = await db
    .insert(bans)
    .values({ kind: "name", pattern: `Nobody ${number}`, reason: `Reason ${number}`, ...fields })
    .returning()
  return present(row)
}

function present<T>(row: T | undefined): T {
  if (!row) throw new Error("The database gave no row back.")
  return row
}

/** Makes a picture of the library, without files; each field has a default. */
export async function createMedium(db: Queryable, fields: Partial<typeof media.$inferInsert> = {}) {
  const number = ++made
  const key = Array.from(randomBytes(26), (byte) => "abcdefghijklmnopqrstuvwxyz234567"[byte % 32]).join("")
  const [row] = await db
    .insert(media)
    .values({
      key,
      originalKey: key,
      contentHash: randomBytes(32),
      filename: `picture-${number}.jpg`,
      bytes: 1000,
      width: 1200,
      height: 800,
      color: "#336699",
      files: [{ format: "jpeg", width: 960, height: 640, bytes: 900, name: "960-0a1b2c3d.jpg" }],
      state: "ready",
      ...fields,
    })
    .returning()
  return present(row)
}
