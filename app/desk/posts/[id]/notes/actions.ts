"use server"

import { anotherPerson } from "@/lib/auth/messages"
import type { Staff } from "@/lib/auth/staff"
import { requireSender } from "@/lib/auth/viewer"
import type { Parsed } from "@/lib/form-state"
import { parseForm } from "@/lib/parse-form"
import { noteChangeInput, noteOnPassageInput, noteReplyInput } from "@/lib/posts/notes/input"
import { passageNoteRefusals } from "@/lib/posts/notes/messages"
import { addNoteOnPassage, deleteNote, replyToNote, resolveNote } from "@/lib/posts/notes/mutations"
import { listNotes } from "@/lib/posts/notes/queries"
import type { NoteOutcome, NotesAnswer } from "@/lib/posts/notes/types"

/** Puts a note on a passage of a story. */
export async function addNoteAction(form: unknown): Promise<NotesAnswer> {
  const staff = await requireSender(form, "posts.write-own")
  if (!staff) return { ok: false, message: anotherPerson }
  const input = parseForm(noteOnPassageInput, form)
  if (!input.ok) return { ok: false, message: sentenceOf(input) }
  return answer(staff, input.value.post, await addNoteOnPassage(staff, input.value))
}

export async function replyToNoteAction(form: unknown): Promise<NotesAnswer> {
  const staff = await requireSender(form, "posts.write-own")
  if (!staff) return { ok: false, message: anotherPerson }
  const input = parseForm(noteReplyInput, form)
  if (!input.ok) return { ok: false, message: sentenceOf(input) }
  return answer(staff, input.value.post, await replyToNote(staff, input.value))
}

/** Resolves a note, opens it again, or takes back one's own. */
export async function changeNoteAction(form: unknown): Promise<NotesAnswer> {
  const staff = await requireSender(form, "posts.write-own")
  if (!staff) return { ok: false, message: anotherPerson }
  const input = parseForm(noteChangeInput, form)
  if (!input.ok) return { ok: false, message: passageNoteRefusals["not-found"] }
  const { intent, ...which } = input.value
  const outcome =
    intent === "delete"
      ? await deleteNote(staff, which)
      : await resolveNote(staff, { ...which, resolved: intent === "resolve" })
  return answer(staff, which.post, outcome)
}

async function answer(staff: Staff, post: number, outcome: NoteOutcome): Promise<NotesAnswer> {
  if (!outcome.ok) return { ok: false, message: passageNoteRefusals[outcome.reason] }
  return { ok: true, notes: await listNotes(staff, post) }
}

function sentenceOf({ errors, message }: Extract<Parsed<unknown>, { ok: false }>): string {
  return message ?? Object.values(errors)[0] ?? passageNoteRefusals["not-found"]
}
