import "server-only"
import { and, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm"
import { cache } from "react"
import { database } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import {
  answersOnPage,
  answersUnder,
  answersWhenSorted,
  conversationsOnPage,
  countPages,
  permalinkOf,
  type ThreadOrder,
} from "@/lib/comments/thread/pages"
import { readThreadRows } from "@/lib/comments/thread/rows"
import type { Mark } from "@/lib/comments/thread/thread"
import { rowNumber } from "@/lib/comments/writing/input"
import { isSlug } from "@/lib/posts/is-slug"

type ThreadPage = { page?: number; order?: ThreadOrder }

/**
 * One page of the thread under a story, with how many comments the whole thread has and how many pages. Pages of the
 * oldest order never change, whatever is removed; the others are made of the same conversations.
 */
export async function getThread(postId: number, { page = 1, order = "oldest" }: ThreadPage = {}) {
  const { count, lastPosition, rows } = await readThreadRows({
    postId,
    counted: 0,
    chosen: conversationsOf[order](postId, page),
  })
  return { count, conversations: lastPosition, pages: countPages(lastPosition, conversationsOnPage), rows }
}

/** One page of a conversation below its first comment, or null when there is none to show. */
export async function getConversation(postId: number, id: number, page: number) {
  const first = (page - 1) * answersOnPage
  const { count, lastPosition, rows } = await readThreadRows({
    postId,
    counted: id,
    chosen: sql`
      select c.id, 0 as place, coalesce(t.shown, 0) as answers, ${first + 1}::int as first_answer,
        ${first + answersOnPage}::int as last_answer
      from comments as c left join threads as t on t.post_id = c.post_id and t.root_id = c.id
      where c.id = ${id} and c.post_id = ${postId} and c.parent_id is null and c.position is not null`,
  })
  const pages = countPages(lastPosition, answersOnPage)
  return rows.length > 0 && page <= pages ? { count, pages, rows } : null
}

/** Which conversations a page has, by the order it is read in. */
const conversationsOf: Record<ThreadOrder, (postId: number, page: number) => SQL> = {
  oldest: (postId, page) => {
    const first = (page - 1) * conversationsOnPage + 1
    return byPosition(postId, first, sql`0`, roomsOnPage)
  },
  newest: (postId, page) => {
    const last = sql`(select last_position from threads where post_id = ${postId} and root_id = 0)`
    const first = sql`${last} - ${page * conversationsOnPage - 1}::int`
    return byPosition(postId, first, sql`-c.position`, roomsWhenSorted)
  },
  // Walks the index up to the page: some milliseconds for the hundredth, where few come. A place to go on from cannot be
  // kept in an address, since an answer to any conversation moves all that follow.
  "most-answered": (postId, page) => sql`
    select root_id as id, row_number() over (order by shown desc nulls last, root_id) as place, shown as answers,
      1 as first_answer, ${answersWhenSorted}::int as last_answer
    from threads where post_id = ${postId} and root_id <> 0 order by shown desc nulls last, root_id
    offset ${(page - 1) * conversationsOnPage} limit ${conversationsOnPage}`,
}

function byPosition(postId: number, first: SQL | number, place: SQL, rooms: string): SQL {
  return sql`
    select c.id, ${place} as place, coalesce(t.shown, 0) as answers, 1 as first_answer,
      (${rooms}::int[])[(c.position - 1) % ${conversationsOnPage} + 1] as last_answer
    from (select ${first}::int as first) as page
    join comments as c on c.post_id = ${postId} and c.parent_id is null
      and c.position between page.first and page.first + ${conversationsOnPage - 1}::int
    left join threads as t on t.post_id = c.post_id and t.root_id = c.id`
}

/** `answersUnder` for each place on a page, as Postgres reads an array. */
const roomsOnPage = array((place) => answersUnder(place + 1))
const roomsWhenSorted = array(() => answersWhenSorted)

function array(room: (place: number) => number): string {
  return `{${Array.from({ length: conversationsOnPage }, (_, place) => room(place)).join()}}`
}

/**
 * Where a comment stands for good, as a path with its mark; null for one that never appeared or whose story is not to be
 * found. For mails, feeds and whatever else has only the id.
 */
export async function findPermalink(id: number): Promise<string | null> {
  const [row] = await database()
    .select({ slug: posts.slug, id: comments.id, position: comments.position, root: rootOf })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(eq(comments.id, id), isNotNull(comments.position), eq(posts.status, "published")))
  return row ? permalinkOf({ ...row, position: row.position ?? 0 }) : null
}

/** So many comments are in a feed, and so many bytes of them. */
const [feedLength, longestFeed] = [50, 1_000_000]

/**
 * The newest approved comments on published stories, or on one of them, each with where it stands. A feed of very long
 * comments ends early: feed readers give up on what is too large.
 */
export async function listNewestComments(postId?: number) {
  // From the newest backwards, each by an index of its own.
  const found =
    postId === undefined
      ? sql`select c.id from comments c join posts p on p.id = c.post_id and p.status = 'published'
          where c.status = 'approved' order by c.id desc limit ${feedLength}`
      : sql`select id from comments
          where post_id = ${postId} and status = 'approved' order by id desc limit ${feedLength}`
  const rows = await database()
    .select({
      id: comments.id,
      name: comments.name,
      body: comments.body,
      createdAt: comments.createdAt,
      position: sql<number>`coalesce(${comments.position}, 0)`,
      root: rootOf,
      slug: posts.slug,
      title: posts.title,
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(sql`${comments.id} = any(array(${found}))`, eq(posts.status, "published")))
    .orderBy(desc(comments.id))
  let bytes = 0
  const first = rows.findIndex(({ body }) => {
    bytes += Buffer.byteLength(body)
    return bytes > longestFeed
  })
  return rows
    .slice(0, first === -1 ? undefined : first)
    .map((row) => ({ ...row, permalink: permalinkOf(row) }))
}

/** The first comment of a comment's conversation. */
const rootOf = sql<{ id: number; position: number }>`(
  select json_build_object('id', root.id, 'position', root.position) from comments root where root.id = ${comments}.path[1])`

/**
 * An approved comment of a published story with what its reply and report pages show, or null. Takes the parts of the
 * address as they came.
 */
export const getReadableComment = cache(async (slug: string, number: string) => {
  const id = rowNumber.safeParse(number)
  if (!id.success || !isSlug(slug)) return null
  const [row] = await database()
    .select({
      id: comments.id,
      name: comments.name,
      website: comments.website,
      body: comments.body,
      createdAt: comments.createdAt,
      mark: sql<Mark | null>`(
        select case when s.author_id = ${posts.authorId} then 'author' else 'staff' end
        from staff s where s.id = ${comments.staffId})`,
      position: sql<number>`coalesce(${comments.position}, 0)`,
      root: rootOf,
      post: {
        slug: posts.slug,
        title: posts.title,
        commentMode: posts.commentMode,
        publishedAt: posts.publishedAt,
      },
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(
      and(
        eq(comments.id, id.data),
        eq(comments.status, "approved"),
        eq(posts.slug, slug),
        eq(posts.status, "published"),
      ),
    )
  return row ?? null
})
