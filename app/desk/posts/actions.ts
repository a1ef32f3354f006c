"use server"

import type { GuestAnswer } from "@/components/editor/bylines/add-byline"
import { isRenderedFor } from "@/lib/auth/input"
import { anotherPerson } from "@/lib/auth/messages"
import type { Staff } from "@/lib/auth/staff"
import { getViewer, requireSender } from "@/lib/auth/viewer"
import { makeGuest } from "@/lib/authors/guests"
import { guestInput } from "@/lib/authors/input"
import { authorRefusal, nameKnown } from "@/lib/authors/messages"
import { checkFields, type RefusedSave, type SaveAnswer } from "@/lib/documents/save-answer"
import type { Parsed } from "@/lib/form-state"
import { parseForm } from "@/lib/parse-form"
import { parseSchedule, reminderOfTime, typesTime } from "@/lib/posts/dates/input"
import { unschedulePost } from "@/lib/posts/dates/mutations"
import { getDatedStory } from "@/lib/posts/dates/queries"
import {
  type PostInput,
  parseNote,
  parsePost,
  parseSaveAddress,
  type SaveAddress,
  type SaveIntent,
} from "@/lib/posts/input"
import { createDraft, publishPost, saveDraft, schedulePost, takeStep } from "@/lib/posts/mutations"
import { answerOf } from "@/lib/posts/outcome-answer"
import { mayPublish } from "@/lib/posts/policy"
import { missingFor } from "@/lib/posts/readiness"
import { discardChanges } from "@/lib/posts/revisions/mutations"
import { type HeldStory, refusedSave } from "@/lib/posts/save-answer"
import type { SaveOutcome } from "@/lib/posts/save-outcome"
import { unpublishPost } from "@/lib/posts/withdrawal/mutations"
import type { StoryStep } from "@/lib/posts/workflow"
import { getSettings } from "@/lib/settings/queries"

/**
 * Saves, submits or publishes what the editor holds. Someone whose session has ended is told so and not
 * sent away: their text is still on the page.
 */
export async function saveStoryAction(form: unknown): Promise<SaveAnswer<HeldStory>> {
  const sender = await senderOf(form)
  if (!sender.ok) return sender
  const { staff, address } = sender
  const input = parsePost(form)
  if (!input.ok) return refusedInput(input)

  if (address.intent === "publish" && (await typesOtherTime(staff, form, address.id)))
    return refusedSave("time-typed")
  if (address.intent === "schedule") return schedule(staff, form, { address, input: input.value })
  const answer = await save(staff, { ...address, intent: address.intent }, input.value)
  if (!answer.ok || !typesTime(form)) return answer
  const reminder = reminderOfTime(form, { ...answer.story, ...(await getSettings()) })
  return reminder ? { ...answer, reminders: { publishAt: reminder } } : answer
}

/** Whether somebody who may publish now has typed another time than the story has: which of the two they mean is unclear. */
async function typesOtherTime(staff: Staff, form: unknown, id: number | null): Promise<boolean> {
  if (!mayPublish(staff) || !typesTime(form)) return false
  const story = id === null ? null : await getDatedStory(staff, id)
  const { status = "draft", publishAt = null } = story ?? {}
  const { timeZone } = await getSettings()
  const held = { status, publishAt: publishAt?.toISOString() ?? null, timeZone }
  return reminderOfTime(form, held) !== null
}

type Unscheduled = SaveAddress & { intent: Exclude<SaveIntent, "schedule"> }

async function save(
  staff: Staff,
  { intent, id, version, key }: Unscheduled,
  input: PostInput,
): Promise<SaveAnswer<HeldStory>> {
  if (id !== null) return answerOf(await acts[intent](staff, { id, version }, input), { intent })
  // Nothing is begun that cannot be finished: a draft nobody asked for would stay behind.
  const missing = missingFor(standing[intent], input)
  if (missing) return refusedSave(missing)
  const made = await createDraft(staff, input, key)
  if (!made.ok) return answerOf(made)
  // A repetition finds what came of the first try, and changes nothing when that was all of it.
  return answerOf(await acts[intent](staff, made.post, input), { intent, made: made.post })
}

/** Saves a story and has it published at a time, by the clocks of the publication. */
async function schedule(
  staff: Staff,
  form: unknown,
  { address, input }: { address: SaveAddress; input: PostInput },
): Promise<SaveAnswer<HeldStory>> {
  const time = parseSchedule(form, (await getSettings()).timeZone)
  if (!time.ok) return refusedInput(time)
  const wanted = { ...input, ...time.value }
  const { intent, id, version } = address
  if (id !== null) return answerOf(await schedulePost(staff, { id, version }, wanted), { intent })
  const missing = missingFor("scheduled", input)
  if (missing) return refusedSave(missing)
  const made = await createDraft(staff, input, address.key)
  if (!made.ok) return answerOf(made)
  return answerOf(await schedulePost(staff, made.post, wanted), { intent, made: made.post })
}

/** Takes a story off the schedule; what was typed meanwhile is neither saved nor lost. */
export async function unscheduleStoryAction(form: unknown): Promise<SaveAnswer<HeldStory>> {
  return actOnStory(form, unschedulePost)
}

/** Takes a published story back; what was typed meanwhile is neither saved nor lost. */
export async function unpublishStoryAction(form: unknown): Promise<SaveAnswer<HeldStory>> {
  return actOnStory(form, (staff, seen, note) => unpublishPost(staff, seen, { note }))
}

/** Has the newest words of a published story be those that readers see; what is discarded stays among its versions. */
export async function discardChangesAction(form: unknown): Promise<SaveAnswer<HeldStory>> {
  return actOnStory(form, discardChanges)
}

/** Makes a guest to be credited on a story, or the publication's own byline, while the story is written. */
export async function makeGuestAction(form: unknown): Promise<GuestAnswer> {
  const staff = await requireSender(form, "profiles.manage")
  if (!staff) return { ok: false, message: anotherPerson }
  const input = parseForm(guestInput, form)
  if (!input.ok) return { ok: false, message: input.errors.name ?? input.message ?? "Write a name." }

  const made = await makeGuest(staff, {
    name: input.value.name,
    publication: input.value.staff !== undefined,
    another: input.value.another !== undefined,
  })
  if (made.ok) return made
  if (made.reason === "not-allowed") return { ok: false, message: authorRefusal(made.reason).message ?? "" }
  return { ok: false, message: nameKnown(made.known), known: made.known }
}

type Act = (staff: Staff, seen: { id: number; version: number }, note: string) => Promise<SaveOutcome>

/** What is done with a story that was saved before, whatever was typed since. */
async function actOnStory(form: unknown, act: Act): Promise<SaveAnswer<HeldStory>> {
  const sender = await senderOf(form)
  if (!sender.ok) return sender
  const { id, version } = sender.address
  if (id === null) return refusedSave("not-found")
  const input = parseNote(form)
  if (!input.ok) return refusedInput(input)
  return answerOf(await act(sender.staff, { id, version }, input.value.note ?? ""))
}

function refusedInput({ message, errors }: Extract<Parsed<unknown>, { ok: false }>): RefusedSave<HeldStory> {
  return { ok: false, reason: "refused", message: message ?? checkFields, errors }
}

type Sender = { ok: true; staff: Staff; address: SaveAddress } | RefusedSave<HeldStory>

/** Who sends the editor's form, and which story it is about. Who may do what is asked where it is done. */
async function senderOf(form: unknown): Promise<Sender> {
  const staff = await getViewer()
  if (!staff) return { ok: false, reason: "signed-out" }
  if (!isRenderedFor(staff, form)) return refusedSave("another-person")
  const address = parseSaveAddress(form)
  return address.ok ? { ok: true, staff, address: address.value } : refusedSave("not-found")
}

const standing = {
  save: "draft",
  submit: "in_review",
  "take-back": "draft",
  "send-back": "in_review",
  approve: "approved",
  publish: "published",
} as const

const step =
  (name: StoryStep): typeof saveDraft =>
  (staff, seen, input) =>
    takeStep(staff, seen, { ...input, step: name })

const acts: Record<Exclude<SaveIntent, "schedule">, typeof saveDraft> = {
  save: saveDraft,
  submit: step("submit"),
  "take-back": step("take-back"),
  "send-back": step("send-back"),
  approve: step("approve"),
  publish: publishPost,
}
