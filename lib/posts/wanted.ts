import type { Staff } from "@/lib/auth/staff"
import type { StoredByline } from "@/lib/posts/bylines"
import type { PostInput } from "@/lib/posts/input"
import { metadataOf, type StoryMetadata } from "@/lib/posts/metadata"
import { mayKeepOff } from "@/lib/posts/policy"
import type { StoredPost, WorkingCopy } from "@/lib/posts/save-outcome"

/** What a story shall be, with the bylines that this person may give it. */
export type Wanted = Omit<
  PostInput,
  "commentModeSeen" | "bylines" | "offFrontPage" | "note" | keyof StoryMetadata
> &
  StoryMetadata & {
    bylines: StoredByline[]
    offFrontPage: boolean
  }

/** A story as it is, with the newer words that readers do not see. */
export type Held = { post: StoredPost; working: WorkingCopy | null }

/** What a story shall be, but for its bylines. Who did not touch the mode keeps what moderators have set meanwhile. */
export function wantedFrom(staff: Staff, input: PostInput, { post, working }: Held) {
  const { commentModeSeen, note: _, ...typed } = input
  const { commentMode: mode = post.commentMode, offFrontPage = post.offFrontPage } = working?.content ?? {}
  const touched = commentModeSeen !== undefined && commentModeSeen !== input.commentMode
  return {
    ...typed,
    ...metadataFrom(input, working?.content ?? post),
    commentMode: touched ? input.commentMode : mode,
    offFrontPage: keptOff(staff, input, offFrontPage),
  }
}

/** What a page does not send stays as it is. */
function metadataFrom(input: PostInput, present: Partial<StoryMetadata>): StoryMetadata {
  const sent = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  return metadataOf({ ...present, ...sent })
}

/** Whether the front page shall leave a story out: as it is, for those who do not decide that. */
export function keptOff(staff: Staff, { offFrontPage }: PostInput, present: boolean): boolean {
  return mayKeepOff(staff) ? (offFrontPage ?? present) : present
}
