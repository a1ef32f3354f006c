import "server-only"
import { type SQL, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { postRevisions } from "@/db/schema/post-revisions"
import { pictureOfRow } from "@/lib/media/picture-columns"
import type { Picture } from "@/lib/media/types"
import { metadataOf } from "@/lib/posts/metadata"
import { storyBylines } from "@/lib/posts/published"
import { slugFrom } from "@/lib/text/slug"

const content = postRevisions.content

const bylines = storyBylines(
  sql`(select (e.value ->> 'authorId')::bigint as author_id, e.value ->> 'part' as part, e.ordinality as position
    from jsonb_array_elements(${content} -> 'bylines') with ordinality e) b`,
  sql`true`,
)

const lead = sql<Picture | null>`(
  select ${pictureOfRow} from media m where m.id = (${content} ->> 'leadMediaId')::bigint)`

const pictures = sql<Record<string, Picture>>`coalesce((
  select jsonb_object_agg(m.id, ${pictureOfRow}) from media m where m.id in (
    select (found #>> '{}')::bigint
    from jsonb_path_query(${content} -> 'body', '$.**.mediaId ? (@.type() == "number")') found)), '{}')`

/** What a revision says, with the pictures and the authors that a page shows of it; null where there is none such. */
export async function getWords(which: SQL) {
  const [row] = await database()
    .select({ content, savedAt: postRevisions.savedAt, bylines, lead, pictures })
    .from(postRevisions)
    .where(which)
  if (!row) return null
  const { tags, bylines: _, ...words } = row.content
  const shown = { bylines: row.bylines, lead: row.lead, pictures: row.pictures, tags: tags.map(tagOf) }
  return { savedAt: row.savedAt, words: { ...words, ...metadataOf(words), ...shown } }
}

export type RevisionWords = NonNullable<Awaited<ReturnType<typeof getWords>>>["words"]

/** A revision keeps a tag by its name. The address is the one that a new tag would have. */
function tagOf(name: string) {
  return { name, slug: slugFrom(name) }
}

export const tooManyNamed =
  "Not named: 100 versions of this story have names, which is as many as it can have. Give one of those another name instead."
