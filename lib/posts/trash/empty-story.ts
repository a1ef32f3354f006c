import "server-only"
import { randomUUID } from "node:crypto"
import { and, eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { corrections, errorReports } from "@/db/schema/corrections"
import { mediaUses } from "@/db/schema/media-uses"
import { postNotes } from "@/db/schema/post-notes"
import { postPresence } from "@/db/schema/post-presence"
import { postPreviewLinks } from "@/db/schema/post-preview-links"
import { postRevisions } from "@/db/schema/post-revisions"
import { postBylines, postSlugs, posts, postTags } from "@/db/schema/posts"
import { emptyDocument } from "@/lib/documents/document-schema"
import { noMetadata } from "@/lib/posts/metadata"

/**
 * Deletes all that a story said: its words, versions, tags, pictures' uses, addresses, and what was said of it at the desk
 * and by readers who reported errors; comments follow within the hour (`lib/comments/self-service/jobs.ts`). The row stays, since the
 * log names it and the app may delete no story.
 */
export async function emptyStory(tx: Transaction, id: number): Promise<void> {
  await tx
    .update(posts)
    .set({
      slug: `deleted-${randomUUID()}`,
      title: "",
      standfirst: "",
      body: emptyDocument,
      leadMediaId: null,
      picture: "",
      pictureAlt: "",
      withdrawalNotice: "",
      commentMode: null,
      ...noMetadata,
      liveRevisionId: null,
      workingRevisionId: null,
      approvedRevisionId: null,
      deletedAt: sql`now()`,
    })
    .where(eq(posts.id, id))
  // The story keeps the one that every story has; nobody else is credited on what is gone.
  await tx.delete(postBylines).where(
    and(
      eq(postBylines.postId, id),
      sql`(${postBylines.authorId}, ${postBylines.part}) <> (select b.author_id, b.part from post_bylines b
        join posts p on p.id = b.post_id and p.author_id = b.author_id
        where b.post_id = ${id} order by b.position limit 1)`,
    ),
  )
  await tx.delete(postRevisions).where(eq(postRevisions.postId, id))
  await tx.delete(postTags).where(eq(postTags.postId, id))
  await tx.delete(postSlugs).where(eq(postSlugs.postId, id))
  await tx.delete(postNotes).where(eq(postNotes.postId, id))
  await tx.delete(postPresence).where(eq(postPresence.postId, id))
  await tx.delete(postPreviewLinks).where(eq(postPreviewLinks.postId, id))
  await tx.delete(corrections).where(eq(corrections.postId, id))
  await tx.delete(errorReports).where(eq(errorReports.postId, id))
  await tx.delete(mediaUses).where(eq(mediaUses.postId, id))
}
