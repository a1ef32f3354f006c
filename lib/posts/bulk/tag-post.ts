import "server-only"
import type { Transaction } from "@/db/client"
import type { Staff } from "@/lib/auth/staff"
import { announceStoryChanges } from "@/lib/posts/announce"
import type { BulkRefusal } from "@/lib/posts/bulk/types"
import { contentOfPost } from "@/lib/posts/keep-revision"
import { postLimits } from "@/lib/posts/limits"
import { onLockedPost } from "@/lib/posts/locked-post"
import { mayEdit, mayPublish } from "@/lib/posts/policy"
import { isAhead } from "@/lib/posts/revision-types"
import type { OwnedPost, SaveOutcome } from "@/lib/posts/save-outcome"
import { wantedOf } from "@/lib/posts/working-copy"
import { writePost } from "@/lib/posts/write-post"

type Change = { id: number; tag: string; has: boolean }
type Outcome = { ok: true; changed: boolean } | { ok: false; reason: BulkRefusal }

/** Gives a story a tag, or takes it away, as a save of the same words; readers of a published one see it at once. */
export async function setTagOfPost(staff: Staff, { id, tag, has }: Change): Promise<Outcome> {
  return onLockedPost<Outcome>(staff, id, async ({ tx, changed, post }) => {
    const refusal = refusalOf(staff, post)
    if (refusal) return { ok: false, reason: refusal }
    const content = await contentOfPost(tx, post)
    const others = content.tags.filter((name) => name.toLowerCase() !== tag.toLowerCase())
    if (has === others.length < content.tags.length) return { ok: true, changed: false }
    const tags = has ? [...content.tags, tag] : others
    if (tags.length > postLimits.tags) return { ok: false, reason: "too-many-tags" }
    const write = () => save(tx, { staff, post, wanted: wantedOf(post, { ...content, tags }) })
    const outcome =
      post.status === "published"
        ? await announceStoryChanges({ tx, changed, postId: id }, write)
        : await write()
    return outcome.ok ? { ok: true, changed: true } : outcome
  })
}

function save(tx: Transaction, story: Omit<Parameters<typeof writePost>[1], "status">): Promise<SaveOutcome> {
  return writePost(tx, { ...story, status: story.post.status })
}

function refusalOf(staff: Staff, post: OwnedPost): BulkRefusal | null {
  if (!mayEdit(staff, post)) return "not-allowed"
  if (post.status === "published" && !mayPublish(staff)) return "not-allowed"
  // The tag would be lost as soon as the newer words are published.
  return isAhead(post) ? "newer-words" : null
}
