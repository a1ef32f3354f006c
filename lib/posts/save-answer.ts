import type { PostStatus } from "@/lib/posts/policy"
import type { CommentMode } from "@/lib/settings/comment-modes"

/** What an editor needs to know of the story that the site holds now. */
export type HeldStory = {
  id: number
  slug: string
  status: PostStatus
  version: number
  /** Null where the publication's own mode holds. */
  commentMode: CommentMode | null
  savedAt: string
}

/** How a save ended. Whatever it is, everything typed stays where it was typed. */
export type SaveAnswer =
  | { ok: true; story: HeldStory }
  /** `own`: the same person saved it, in another tab or on another device. */
  | { ok: false; reason: "stale"; by: string | null; own: boolean; story: HeldStory }
  | { ok: false; reason: "signed-out" }
  /** `story` is there when a draft was made before the rest was refused, or the story is published. */
  | { ok: false; reason: "refused"; message: string; errors: Record<string, string>; story?: HeldStory }

type Refusal = keyof typeof sentences

/** The sentence for a refusal, and the field it belongs to if it belongs to one. */
export function refusedSave(reason: Refusal, story?: HeldStory): SaveAnswer {
  const { field, sentence } = sentences[reason]
  return {
    ok: false,
    reason: "refused",
    message: field ? checkFields : sentence,
    errors: field ? { [field]: sentence } : {},
    ...(story ? { story } : {}),
  }
}

/** Said beside the buttons when a sentence beside a field says the rest. */
export const checkFields = "Not saved. Check the marked fields."

const sentences = {
  "not-found": {
    field: null,
    sentence:
      "Not saved: this story no longer exists, or you cannot open it any more. Copy your text before you leave this page.",
  },
  "another-person": {
    field: null,
    sentence:
      "Not saved: somebody else has signed in to this browser since you opened this story. Your text is still here. Sign in as yourself again in another tab, then save it.",
  },
  "not-allowed": {
    field: null,
    sentence: "Not saved: your role does not allow this for this story now. Ask an editor.",
  },
  "author-unknown": {
    field: "bylines",
    sentence: "One of these authors has no profile any more. Remove them, and add the right one.",
  },
  "slug-taken": { field: "slug", sentence: "Another story has or had this address. Choose another." },
  "slug-reserved": { field: "slug", sentence: "The site itself uses this address. Choose another." },
  "picture-gone": {
    field: "leadMediaId",
    sentence: "This picture is no longer in the library. Choose another.",
  },
  "alt-missing": {
    field: "pictureAlt",
    sentence:
      "Describe the lead picture for people who cannot see it, or mark it as decorative in the library.",
  },
  "body-picture-gone": {
    field: "body",
    sentence: "A picture in the text is no longer in the library. Remove it, or put another in its place.",
  },
  "body-alt-missing": {
    field: "body",
    sentence:
      "Describe each picture in the text for people who cannot see it, or mark it as decorative. Then publish again.",
  },
  "title-missing": { field: "title", sentence: "Give the story a title." },
  "body-missing": { field: "body", sentence: "Write something before you publish." },
  "is-published": {
    field: null,
    sentence: "This story is published. Press Update to show readers your changes.",
  },
} satisfies Record<string, { field: string | null; sentence: string }>
