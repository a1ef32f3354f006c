import { type HeldText, type RefusalWords, refusedWith, type SaveAnswer } from "@/lib/documents/save-answer"
import type { CommentMode } from "@/lib/settings/comment-modes"

/** A story as its editor needs to know it. */
export type HeldStory = HeldText & {
  /** Null where the publication's own mode holds. */
  commentMode: CommentMode | null
}

/** The sentence for a refusal. */
export function refusedSave(reason: keyof typeof sentences, story?: HeldStory): SaveAnswer<HeldStory> {
  return refusedWith(sentences[reason], story)
}

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
  "in-trash": {
    field: null,
    sentence:
      "Not saved: this story is in the trash. Your text is still here. Restore the story from the trash in another tab, then save again.",
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
} satisfies Record<string, RefusalWords>
