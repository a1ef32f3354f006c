import "server-only"
import { sql } from "drizzle-orm"
import { authors } from "@/db/schema/authors"
import { pictureOfRow } from "@/lib/media/picture-columns"
import type { Picture } from "@/lib/media/types"

/** An author's portrait from the library, as a sub-select. */
export const portrait = sql<Picture | null>`(
  select ${pictureOfRow} from media_uses u join media m on m.id = u.media_id where u.author_id = authors.id)`

/** What pages of their own and the end of their stories show of an author. */
export const profile = {
  slug: authors.slug,
  name: authors.name,
  kind: authors.kind,
  title: authors.title,
  bio: authors.bio,
  pronouns: authors.pronouns,
  pronunciation: authors.pronunciation,
  links: authors.links,
  picture: authors.picture,
  portrait,
}

/** Whether readers can see a story of theirs. */
export const hasPublished = sql<boolean>`exists (
  select from post_bylines b where b.author_id = authors.id and b.published_at is not null)`
