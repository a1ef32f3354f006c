import { sql } from "drizzle-orm"
import type { Transaction } from "./client.ts"
import { colleagues, type WriterSlug, writers } from "./demo/people.ts"
import { publication, type TagSlug, tagNames } from "./demo/publication.ts"
import { type CommentTools, seedComments } from "./demo/seed-comments.ts"
import { stories } from "./demo/stories.ts"
import { publishedAt } from "./demo/story.ts"
import { authors } from "./schema/authors.ts"
import { posts, postTags, tags } from "./schema/posts.ts"
import { settings } from "./schema/settings.ts"
import { staff } from "./schema/staff.ts"
import { transaction } from "./transaction.ts"

/** What the seed needs from `lib`, handed over since `db` imports nothing from above. */
export type SeedTools = CommentTools & { hashPassword(password: string): Promise<string> }

/**
 * Fills an empty database with the demo publication; answers false, having changed nothing, when there
 * are staff or stories already. Instances that start at once seed once: the others wait for the lock.
 * @param password what all demo staff sign in with
 */
export async function seedPublication(password: string, tools: SeedTools): Promise<boolean> {
  return transaction(async (tx, changed) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lockId})`)
    if (!(await isEmpty(tx))) return false

    const now = new Date()
    const authorIds = await insertAuthors(tx)
    const staffIds = await insertStaff(tx, authorIds, () => tools.hashPassword(password))
    const postIds = await insertStories(tx, authorIds, staffIds, now)
    await seedComments(tx, { postIds, moderatorId: known(staffIds, "moderator@example.org"), now }, tools)
    await tx
      .insert(settings)
      .values(Object.entries(publication).map(([key, value]) => ({ key, value })))
      .onConflictDoNothing()
    changed("everything")
    return true
  })
}

/** Any number that no other program would choose. */
const lockId = 7_364_202

async function isEmpty(tx: Transaction): Promise<boolean> {
  const [row] = await tx.execute<{ held: boolean }>(
    sql`select exists (select from ${staff}) or exists (select from ${posts}) as held`,
  )
  return row?.held === false
}

async function insertAuthors(tx: Transaction): Promise<Map<string, number>> {
  const rows = await tx
    .insert(authors)
    .values(Object.entries(writers).map(([slug, writer]) => ({ slug, ...writer })))
    .returning({ key: authors.slug, id: authors.id })
  return numbered(rows)
}

async function insertStaff(
  tx: Transaction,
  authorIds: Map<string, number>,
  hash: () => Promise<string>,
): Promise<Map<string, number>> {
  const people = await Promise.all(
    colleagues.map(async ({ email, name, role, byline }) => ({
      email,
      name,
      roles: [role],
      passwordHash: await hash(),
      authorId: byline ? known(authorIds, byline) : null,
    })),
  )
  return numbered(await tx.insert(staff).values(people).returning({ key: staff.email, id: staff.id }))
}

async function insertStories(
  tx: Transaction,
  authorIds: Map<string, number>,
  staffIds: Map<string, number>,
  now: Date,
): Promise<Map<string, number>> {
  const tagIds = numbered(
    await tx
      .insert(tags)
      .values(Object.entries(tagNames).map(([slug, name]) => ({ slug, name })))
      .returning({ key: tags.slug, id: tags.id }),
  )
  const editorId = known(staffIds, "editor@example.org")
  const accounts = new Map<WriterSlug | undefined, number>(
    colleagues.map(({ byline, email }) => [byline, known(staffIds, email)]),
  )
  // Oldest first, so that ids rise with dates as they do on a site that grew.
  const ordered = stories
    .map((story) => ({ story, date: publishedAt(story, now) }))
    .sort((a, b) => (a.date ?? now).getTime() - (b.date ?? now).getTime())
  const postIds = numbered(
    await tx
      .insert(posts)
      .values(
        ordered.map(({ story, date }) => ({
          slug: story.slug,
          title: story.title,
          standfirst: story.standfirst,
          body: story.body,
          status: date
            ? ("published" as const)
            : story.published === "draft"
              ? ("draft" as const)
              : ("in_review" as const),
          authorId: known(authorIds, story.by),
          createdBy: accounts.get(story.by) ?? editorId,
          picture: story.picture ? `/demo/${story.picture.file}` : "",
          pictureAlt: story.picture?.alt ?? "",
          commentMode: story.commentsClosed ? ("closed" as const) : ("hold_all" as const),
          createdAt: date ?? now,
          updatedAt: date ?? now,
          publishedAt: date,
        })),
      )
      .returning({ key: posts.slug, id: posts.id }),
  )
  await tx.insert(postTags).values(
    stories.flatMap((story) =>
      story.tags.map((tag: TagSlug, position) => ({
        postId: known(postIds, story.slug),
        tagId: known(tagIds, tag),
        position,
      })),
    ),
  )
  return postIds
}

function numbered(rows: { key: string; id: number }[]): Map<string, number> {
  return new Map(rows.map(({ key, id }) => [key, id]))
}

function known(ids: Map<string, number>, key: string): number {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`The demo names ${key}, which it does not make.`)
  return id
}
