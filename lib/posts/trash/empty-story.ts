import "server-only"
import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mediaUses } from "@/db/schema/media-uses"
import { postRevisions } from "@/db/schema/post-revisions"
import { postSlugs, posts, postTags } from "@/db/schema/posts"
import { emptyDocument } from "@/lib/documents/document-schema"

/**
 * Deletes all that a story said: its words, versions, tags, pictures' uses and addresses. The row stays, since the log
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
      liveRevisionId: null,
      workingRevisionId: null,
      approvedRevisionId: null,
      deletedAt: sql`now()`,
    })
    .where(eq(posts.id, id))
  await tx.delete(postRevisions).where(eq(postRevisions.postId, id))
  await tx.delete(postTags).where(eq(postTags.postId, id))
  await tx.delete(postSlugs).where(eq(postSlugs.postId, id))
  await tx.delete(mediaUses).where(eq(mediaUses.postId, id))
}
