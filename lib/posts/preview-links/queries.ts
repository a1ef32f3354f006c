import "server-only"
import { and, desc, eq, isNull, ne, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { postPreviewLinks } from "@/db/schema/post-preview-links"
import { posts } from "@/db/schema/posts"
import { staff as staffTable } from "@/db/schema/staff"
import type { Staff } from "@/lib/auth/staff"
import { type DeskStory, getStorySeenBy } from "@/lib/posts/desk-queries"
import { openLinks } from "@/lib/posts/preview-links/open-links"
import { mayRevoke } from "@/lib/posts/preview-links/policy"
import { hashPreviewToken } from "@/lib/posts/preview-links/token"
import { ofIpPrefix } from "@/lib/visitors/limit-subject"
import {
  type Counted,
  countAgainst,
  countersOf,
  judgeTries,
  type Limit,
  withCounterKeys,
} from "@/lib/visitors/rate-limit"

/** Of addresses that open nothing: more than somebody with an old link tries, and no more look-ups than that. */
const missesPerHour: Limit = { name: "preview-miss", max: 60, seconds: 3600 }

export type SharedPreview = {
  link: { id: number; expiresAt: Date; by: string }
  story: DeskStory
}

/**
 * What a preview link shows: the newest words of its story, while its maker works here and may see it. Null in all
 * other cases alike, and for a network that has tried too many addresses which open nothing.
 */
export async function getSharedPreview(token: string, network: string): Promise<SharedPreview | null> {
  const tokenHash = hashPreviewToken(token)
  const who = ofIpPrefix(network)
  const tries = await withCounterKeys([{ limit: missesPerHour, who }])
  const [row] = await database().execute<{ counted: Counted }>(sql`select ${countersOf(tries)} as counted`)
  if (!judgeTries(tries, row?.counted ?? []).ok) return null
  const found = tokenHash && (await findOpenLink(tokenHash))
  const story = found ? await getStorySeenBy({ ...found, id: found.createdBy }, found.postId) : null
  if (found && story) return { link: { id: found.id, expiresAt: found.expiresAt, by: found.by }, story }
  await countAgainst(missesPerHour, who)
  return null
}

async function findOpenLink(tokenHash: Buffer) {
  const { id, postId, expiresAt, createdBy } = postPreviewLinks
  const [found] = await database()
    .select({
      id,
      postId,
      expiresAt,
      createdBy,
      by: staffTable.name,
      roles: staffTable.roles,
      authorId: staffTable.authorId,
    })
    .from(postPreviewLinks)
    .innerJoin(staffTable, eq(staffTable.id, createdBy))
    .innerJoin(posts, eq(posts.id, postId))
    .where(
      and(
        eq(postPreviewLinks.tokenHash, tokenHash),
        openLinks,
        isNull(staffTable.disabledAt),
        isNull(posts.trashedAt),
        ne(posts.status, "withdrawn"),
      ),
    )
  return found ?? null
}

/** The open links of a story, newest first. Who may see the story is asked before. */
export async function listPreviewLinks(staff: Staff, story: Pick<DeskStory, "id">) {
  const { id, createdAt, expiresAt, createdBy } = postPreviewLinks
  const rows = await database()
    .select({ id, createdAt, expiresAt, createdBy, by: staffTable.name })
    .from(postPreviewLinks)
    .innerJoin(staffTable, eq(staffTable.id, createdBy))
    .where(and(eq(postPreviewLinks.postId, story.id), openLinks, isNull(staffTable.disabledAt)))
    .orderBy(desc(id))
  return rows.map(({ createdBy, ...link }) => ({ ...link, mayRevoke: mayRevoke(staff, { createdBy }) }))
}
