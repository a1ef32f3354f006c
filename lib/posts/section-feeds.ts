import "server-only"
import { sql } from "drizzle-orm"
import { isSlug } from "@/lib/posts/is-slug"
import { type Feed, readFeed } from "@/lib/posts/queries"

type SectionFeed = { name: string; feed: Feed }

/** The newest stories with a tag, and its name; null where no published story has it. */
export async function readTagFeed(slug: string): Promise<SectionFeed | null> {
  if (!isSlug(slug)) return null
  const feed = await readFeed({
    tagId: sql`(select id from tags where slug = ${slug})`,
    beside: sql<string>`(select name from tags where slug = ${slug})`,
  })
  return feed.beside === null ? null : { name: feed.beside, feed }
}

/** The newest stories of an author, and their name; null where they have published nothing. */
export async function readAuthorFeed(slug: string): Promise<SectionFeed | null> {
  if (!isSlug(slug)) return null
  const feed = await readFeed({
    authorId: sql`(select id from authors where slug = ${slug})`,
    beside: sql<string>`(select name from authors where slug = ${slug})`,
  })
  return feed.beside === null ? null : { name: feed.beside, feed }
}
