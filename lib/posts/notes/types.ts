import type { TextQuote } from "@/lib/documents/text-quote"

type Said = { id: number; body: string; by: string; at: string; own: boolean }

/** A note on a passage, as whoever may see the story sees it. */
export type PassageNote = Said & {
  passage: TextQuote
  replies: Said[]
  /** Who resolved it; null while it is open. */
  resolvedBy: string | null
}

export type NoteRefusal =
  | "not-found"
  | "in-trash"
  | "too-many-notes"
  | "too-many-replies"
  | "too-many-in-all"
  | "too-much-in-all"
  | "not-own"
  | "answered"
export type NoteOutcome = { ok: true } | { ok: false; reason: NoteRefusal }

/** The notes of the story as they are now, or why nothing was changed; what was typed stays where it was typed. */
export type NotesAnswer = { ok: true; notes: PassageNote[] } | { ok: false; message: string }
