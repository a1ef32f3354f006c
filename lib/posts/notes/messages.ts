import { noteLimits } from "@/lib/posts/notes/limits"
import type { NoteRefusal } from "@/lib/posts/notes/types"

export const passageNoteRefusals: Record<NoteRefusal, string> = {
  "not-found": "This note or its story no longer exists, or you cannot open it any more. Reload the page.",
  "too-many-notes": `This story has ${noteLimits.open} open remarks. Resolve some of them first.`,
  "too-many-replies": `This note has ${noteLimits.replies} replies. Resolve it, and add a new one.`,
  "not-own": "Only whoever wrote a note can delete it. Resolve it instead.",
  answered: "Somebody has replied to this note, so it stays. Resolve it instead.",
}
