import { type HeldText, type RefusalWords, type RefusedSave, refusedWith } from "@/lib/documents/save-answer"
import { tooManyNamed } from "@/lib/posts/revision-words"
import type { Proposal } from "@/lib/posts/workflow"
import type { CommentMode } from "@/lib/settings/comment-modes"

/** A story as its editor needs to know it. */
export type HeldStory = HeldText & {
  /** Null where the publication's own mode holds. */
  commentMode: CommentMode | null
  /** Of a published story with newer words: whether they were handed in or sent back. */
  proposal: Proposal | null
  /** When a scheduled story goes out. */
  publishAt: string | null
}

/** The sentence for a refusal. */
export function refusedSave(reason: keyof typeof sentences, story?: HeldStory): RefusedSave<HeldStory> {
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
  "not-at-this-step": {
    field: null,
    sentence:
      "Not done: the story has moved on since you opened it. Your text is still here. Open the story in another tab to see where it stands.",
  },
  "note-missing": {
    field: "note",
    sentence: "Write in the note what should change, then send the story back.",
  },
  "own-approval": {
    field: null,
    sentence:
      "Not approved: a story needs a second person to approve it, and this one is yours. Ask another editor.",
  },
  "approval-missing": {
    field: null,
    sentence:
      "Not published: a story needs a second person to approve it, and this one is yours. Submit it for review, and ask another editor to approve or publish it.",
  },
  "others-words": {
    field: null,
    sentence:
      "Not discarded: somebody else has worked on these changes too. Ask an editor to discard them, or put your own words right.",
  },
  "too-many-named": { field: null, sentence: tooManyNamed },
  "in-trash": {
    field: null,
    sentence:
      "Not saved: this story is in the trash. Your text is still here. Restore the story from the trash in another tab, then save again.",
  },
  "author-unknown": {
    field: "bylines",
    sentence: "One of these authors has no profile any more. Remove them, and add the right one.",
  },
  "slug-taken": {
    field: "slug",
    sentence: "Another story has this address, or once had it. Choose another.",
  },
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
    field: "bodyAlt",
    sentence:
      "Describe each picture in the text for people who cannot see it, or mark it as decorative. Then try again.",
  },
  "title-missing": { field: "title", sentence: "Give the story a title." },
  "body-missing": { field: "body", sentence: "Write some text first." },
  embargoed: {
    field: null,
    sentence:
      "Not published: this story is embargoed. Schedule it for when the embargo ends, or lift the embargo first.",
  },
  "embargo-later": {
    field: "publishAt",
    sentence: "The story is embargoed until after that time. Choose a later one, or lift the embargo first.",
  },
  "time-soon": {
    field: "publishAt",
    sentence: "Choose a time at least a minute ahead, or publish the story now instead.",
  },
  "time-typed": {
    field: "publishAt",
    sentence:
      "Not published: there is a time in this field. Press “Schedule” to publish the story then, or clear the field and press “Publish” to publish it now.",
  },
  "time-far": { field: "publishAt", sentence: "Choose a time within five years." },
  "is-published": {
    field: null,
    sentence: "This story is published. Press Update to show readers your changes.",
  },
} satisfies Record<string, RefusalWords>
