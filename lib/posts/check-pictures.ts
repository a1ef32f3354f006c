import "server-only"
import { and, eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { postRevisions } from "@/db/schema/post-revisions"
import type { Staff } from "@/lib/auth/staff"
import { picturesIn } from "@/lib/documents/pictures"
import { lockUsable } from "@/lib/media/uses"
import type { PostInput } from "@/lib/posts/input"
import type { StoredPost } from "@/lib/posts/save-outcome"

type Pictured = Pick<PostInput, "leadMediaId" | "body" | "picture">
type Asked = { staff: Staff; post: StoredPost; wanted: Pictured }

type Checked = {
  /** Where a picture is none that this person can show. */
  gone: "picture-gone" | "body-picture-gone" | null
  library: ReadonlyMap<number, { decorative: boolean }>
}

/**
 * Whether all pictures of a story can be shown, and what the library says of them, by their ids. They stay in the library
 * as long as the transaction lasts.
 */
export async function checkPictures(tx: Transaction, { staff, post, wanted }: Asked): Promise<Checked> {
  const { lead, body } = picturesByPlace(wanted)
  const library = await lockUsable(tx, { staff, postId: post.id, ids: [...lead, ...body] })
  const hasLead = lead.every((id) => library.has(id)) && (await hadPicture(tx, post, wanted.picture))
  const hasBody = body.every((id) => library.has(id))
  return { gone: hasLead ? (hasBody ? null : "body-picture-gone") : "picture-gone", library }
}

/** The pictures of the library that a story shows, by where. */
export function picturesByPlace({ leadMediaId, body }: Omit<Pictured, "picture">) {
  return {
    lead: leadMediaId === null ? [] : [leadMediaId],
    body: picturesIn(body).map(({ mediaId }) => mediaId),
  }
}

/** A picture that is named by its address is from before there was a library: a story keeps its own, and gets no other. */
async function hadPicture(tx: Transaction, post: StoredPost, picture: string): Promise<boolean> {
  if (picture === "" || picture === post.picture) return true
  const [revision] = await tx
    .select({ id: postRevisions.id })
    .from(postRevisions)
    .where(and(eq(postRevisions.postId, post.id), sql`${postRevisions.content} ->> 'picture' = ${picture}`))
    .limit(1)
  return revision !== undefined
}
