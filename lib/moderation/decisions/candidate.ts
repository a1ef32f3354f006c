import type { OpenAppeal } from "@/lib/comments/appeal-policy"
import type { CurrentDecision } from "@/lib/comments/current-decision"
import type { CommentStatus } from "@/lib/comments/types"

/** What a decision about a comment has to know of it. */
export type Candidate = {
  id: number
  postId: number
  status: CommentStatus
  version: number
  /** The decision that its status is owed to. */
  current: CurrentDecision | null
  /** Readers reported it and nobody has answered them. */
  reported: boolean
  /** Its author's appeal, while nobody has answered it. */
  appeal: OpenAppeal | null
  /** The colleague who has it open, and until when. */
  heldBy: { name: string; until: Date } | null
}
