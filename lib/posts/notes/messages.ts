import { noteLimits } from "@/lib/posts/notes/limits"
import type { NoteRefusal } from "@/lib/posts/notes/types"

const most = noteLimits.inAll.toLocaleString("en")

/** What people read calls a note on a passage a remark; a note is what comes with a step. */
export const passageNoteRefusals: Record<NoteRefusal, string> = {
  "not-found": "This remark or its story no longer exists, or you cannot open it any more. Reload the page.",
  "in-trash": "This story is in the trash. Restore it first.",
  "too-many-notes": `This story has ${noteLimits.open} open remarks. Resolve some of them first.`,
  "too-many-replies": `This remark has ${noteLimits.replies} replies. Resolve it, and add a new one.`,
  "too-many-in-all": `This story has ${most} remarks and replies, and no room for more. Delete remarks of yours that nobody has replied to.`,
  "too-much-in-all":
    "The remarks on this story are too long altogether. Write less, or delete long remarks of yours that nobody has replied to.",
  "not-own": "Only the person who wrote a remark can delete it. Resolve it instead.",
  answered: "Somebody has replied to this remark, so it stays. Resolve it instead.",
}
