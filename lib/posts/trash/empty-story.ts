import "server-only"
import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { corrections, errorReports } from "@/db/schema/corrections"
import { mediaUses } from "@/db/schema/media-uses"
import { postNotes } from "@/db/schema/post-notes"
import { postPresence } from "@/db/schema/post-presence"
import { postPreviewLinks } from "@/db/schema/post-preview-links"
import { postRevisions } from "@/db/schema/post-revisions"
import { postSlugs, posts, postTags } from "@/db/schema/posts"
import { emptyDocument } from "@/lib/documents/document-schema"
import { noMetadata } from "@/lib/posts/metadata"

/**
 * Deletes all that a story said: its words, versions, tags, pictures' uses, addresses, and what
 * was said of it at the desk and by readers who reported errors. The row stays, since the log
 * names it and the app may delete no story.
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
