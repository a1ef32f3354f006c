import "server-only"
import { type SQL, sql } from "drizzle-orm"
import {
  answersOnPage,
  answersUnder,
  answersWhenSorted,
  conversationsOnPage,
  countPages,
  type ThreadOrder,
} from "@/lib/comments/thread/pages"
import { readThreadRows } from "@/lib/comments/thread/rows"

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
    return byPosition(postId, { first, place: sql`0`, rooms: roomsOnPage })
  },
  newest: (postId, page) => {
    const last = sql`(select last_position from threads where post_id = ${postId} and root_id = 0)`
    const first = sql`${last} - ${page * conversationsOnPage - 1}::int`
    return byPosition(postId, { first, place: sql`-c.position`, rooms: roomsWhenSorted })
  },
  // Walks the index up to the page: some milliseconds for the hundredth, where few come. A place to go on from cannot be
  // kept in an address, since an answer to any conversation moves all that follow.
  "most-answered": (postId, page) => sql`
    select root_id as id, row_number() over (order by shown desc nulls last, root_id) as place, shown as answers,
      1 as first_answer, ${answersWhenSorted}::int as last_answer
    from threads where post_id = ${postId} and root_id <> 0 order by shown desc nulls last, root_id
    offset ${(page - 1) * conversationsOnPage} limit ${conversationsOnPage}`,
}

type Range = { first: SQL | number; place: SQL; rooms: string }

function byPosition(postId: number, { first, place, rooms }: Range): SQL {
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
