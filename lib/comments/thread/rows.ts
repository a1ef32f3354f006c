import "server-only"
import { type SQL, sql } from "drizzle-orm"
import { prepared } from "@/db/prepared"
import type { Mark, ThreadComment } from "@/lib/comments/thread/thread"
import type { CommentStatus } from "@/lib/comments/types"
import { goneOf } from "@/lib/comments/types"

/** So many bytes of what was typed on one page: six times as many when every sign has to be escaped, which it still bears. */
const longestPage = 1_200_000

type Asked = {
  postId: number
  /** The row of `threads` whose numbers are wanted: 0 for the whole story. */
  counted: number
  /**
   * The conversations on the page: `id` of the first comment, `answers` that it has, its `place` on the page, and the
   * positions of the answers that are shown, `first_answer` to `last_answer`.
   */
  chosen: SQL
}

export type ThreadRows = {
  /** Approved comments of the story, or answers in the conversation. */
  count: number
  /** The last position that was given to one of them. */
  lastPosition: number
  rows: ThreadComment[]
}

/**
 * Reads a page of conversations: what is approved, in the order of the conversation, and the places of comments that are
 * gone but have approved answers. One query that touches what it shows and nothing else, however long the thread is.
 * Addresses, hashes and tokens are not among what it reads, so no page can leak them.
 */
export async function readThreadRows({ postId, counted, chosen }: Asked): Promise<ThreadRows> {
  // One value instead of rows: to read hundreds of them column by column costs more than to render them.
  // Each `limit 1` is for the planner, who would otherwise read all comments to find a few.
  const [page] = await prepared<{ count: number; last: number; rows: string }>(sql`
    with chosen as materialized (${chosen}),
    tops as materialized (
      select chosen.place, chosen.answers, chosen.first_answer, chosen.last_answer, top.position as root_position, top.*
      from chosen cross join lateral (select ${columns} from comments where id = chosen.id limit 1) as top
      where top.status = 'approved' or chosen.answers > 0
    ),
    replies as materialized (
      select tops.place, tops.root_position, reply.* from tops cross join lateral (
        select ${columns} from comments
        where post_id = ${postId} and path[1] = tops.id and parent_id is not null and position is not null
          and position between tops.first_answer and tops.last_answer and status = 'approved'
        order by position limit ${answersOnOnePage}
      ) as reply
    ),
    gone as (
      select above.place, above.root_position, parent.* from (
        select distinct place, root_position, unnest(path[2:]) as id from replies
        except select place, root_position, id from replies
      ) as above cross join lateral (select ${columns} from comments where id = above.id limit 1) as parent
      where parent.status <> 'approved'
    ),
    shown as (
      select place, root_position, answers, ${columns} from tops
      union all select place, root_position, 0, ${columns} from replies
      union all select place, root_position, 0, ${columns} from gone
    ),
    measured as (
      select *, sum(case when status = 'approved' then octet_length(body) else 0 end) over (order by place, path) as bytes
      from shown
    )
    select
      coalesce((select shown from threads where post_id = ${postId} and root_id = ${counted}), 0) as count,
      coalesce((select last_position from threads where post_id = ${postId} and root_id = ${counted}), 0) as last,
      coalesce(json_agg(case when c.status = 'approved' then json_build_array(
        c.id, c.parent_id, c.status, extract(epoch from c.created_at) * 1000, c.position, c.path[1], c.root_position, c.answers,
        c.name, c.website, case when c.bytes <= ${longestPage} then c.body end,
        case when c.staff_id is null then null when speaker.author_id = any(story.author_ids) then 'author' else 'staff' end,
        elsewhere.id, elsewhere.name, elsewhere.position
      ) else json_build_array(
        c.id, c.parent_id, c.status, extract(epoch from c.created_at) * 1000, c.position, c.path[1], c.root_position, c.answers
      ) end order by c.place, c.path), '[]')::text as rows
    from measured as c
    cross join (select array_agg(author_id) as author_ids from post_bylines where post_id = ${postId}) as story
    left join staff as speaker on speaker.id = c.staff_id
    left join (select id as here from shown) as parent on parent.here = c.parent_id
    left join lateral (
      select id, name, position from comments
      where id = c.parent_id and parent.here is null and status = 'approved' limit 1
    ) as elsewhere on true`)
  return {
    count: page?.count ?? 0,
    lastPosition: page?.last ?? 0,
    rows: JSON.parse(page?.rows ?? "[]").map(read),
  }
}

/** What a page shows, and what puts it in order. */
const columns = sql.raw("id, parent_id, path, position, status, created_at, name, website, body, staff_id")

/** More than any page asks of one conversation. */
const answersOnOnePage = 1000

type Row = [
  id: number,
  parentId: number | null,
  status: CommentStatus,
  created: number,
  position: number | null,
  rootId: number,
  rootPosition: number,
  answers: number,
  name?: string,
  website?: string,
  body?: string | null,
  mark?: Mark | null,
  elsewhereId?: number | null,
  elsewhereName?: string,
  elsewherePosition?: number,
]

function read([
  id,
  parentId,
  status,
  created,
  position,
  rootId,
  rootPosition,
  answers,
  name = "",
  website = "",
  body = "",
  mark = null,
  elsewhereId = null,
  elsewhereName = "",
  elsewherePosition = 0,
]: Row): ThreadComment {
  return {
    id,
    parentId,
    name,
    website,
    body,
    createdAt: new Date(created),
    gone: goneOf[status],
    mark,
    position: position ?? 0,
    root: { id: rootId, position: rootPosition },
    answers,
    elsewhere:
      elsewhereId === null ? null : { id: elsewhereId, name: elsewhereName, position: elsewherePosition },
  }
}
