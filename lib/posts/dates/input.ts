import { z } from "zod"
import type { PostStatus } from "@/lib/documents/post-statuses"
import type { Parsed } from "@/lib/form-state"
import { formSchema, parseForm } from "@/lib/parse-form"
import { longestNotice } from "@/lib/posts/dates/limits"
import { readLocalTime } from "@/lib/posts/dates/local-time"
import { timeReminders } from "@/lib/posts/dates/messages"
import { rowNumber } from "@/lib/text/row-number"
import { cleanText } from "@/lib/text/typed-text"

const local = z.string().trim().default("")
const turn = z.enum(["", "first", "second"], "Choose which of the two you mean.").default("")

const schedule = formSchema(z.object({ publishAt: local, publishAtTurn: turn }), {
  publishAt: 100,
  publishAtTurn: 100,
})

/** When a story shall go out, by the clocks of the publication. */
export function parseSchedule(sent: unknown, timeZone: string): Parsed<{ publishAt: Date }> {
  const form = parseForm(schedule, sent)
  if (!form.ok) return form
  const { publishAt, publishAtTurn } = form.value
  if (publishAt === "") return wrong("publishAt", "Choose when the story shall be published.")
  const read = readLocalTime({ local: publishAt, turn: publishAtTurn }, timeZone)
  return read.ok ? { ok: true, value: { publishAt: read.at } } : wrong("publishAt", read.sentence)
}

/** Whether a form holds a time for publishing at all. */
export function typesTime(sent: unknown): boolean {
  const form = parseForm(schedule, sent)
  return form.ok && form.value.publishAt !== ""
}

type Held = { status: PostStatus; publishAt: string | null; timeZone: string }

/** What is said of a time that was typed and is not the story's: only "Schedule" sets it. Null where there is none. */
export function reminderOfTime(sent: unknown, { status, publishAt, timeZone }: Held): string | null {
  const form = parseForm(schedule, sent)
  if (!form.ok || form.value.publishAt === "" || status === "published") return null
  const read = readLocalTime({ local: form.value.publishAt, turn: form.value.publishAtTurn }, timeZone)
  const minute = (at: Date) => Math.floor(at.getTime() / 60_000)
  if (read.ok && publishAt !== null && minute(read.at) === minute(new Date(publishAt))) return null
  return status === "scheduled" ? timeReminders.changed : timeReminders.unset
}

const embargo = formSchema(
  z.object({ post: rowNumber, intent: z.enum(["set", "lift"]), embargoUntil: local, embargoUntilTurn: turn }),
  { post: 100, intent: 100, embargoUntil: 100, embargoUntilTurn: 100 },
)

/** Until when a story is embargoed; null lifts it. */
export function parseEmbargo(sent: unknown, timeZone: string): Parsed<{ post: number; until: Date | null }> {
  const form = parseForm(embargo, sent)
  if (!form.ok) return form
  const { post, intent, embargoUntil, embargoUntilTurn } = form.value
  if (intent === "lift") return { ok: true, value: { post, until: null } }
  const read = readLocalTime({ local: embargoUntil, turn: embargoUntilTurn }, timeZone)
  return read.ok ? { ok: true, value: { post, until: read.at } } : wrong("embargoUntil", read.sentence)
}

const date = formSchema(z.object({ post: rowNumber, date: local, dateTurn: turn }), {
  post: 100,
  date: 100,
  dateTurn: 100,
})

/** The date that readers see; null where it is left to the moment of publishing. */
export function parseDate(sent: unknown, timeZone: string): Parsed<{ post: number; date: Date | null }> {
  const form = parseForm(date, sent)
  if (!form.ok) return form
  const { post, date: typed, dateTurn } = form.value
  if (typed === "") return { ok: true, value: { post, date: null } }
  const read = readLocalTime({ local: typed, turn: dateTurn }, timeZone)
  return read.ok ? { ok: true, value: { post, date: read.at } } : wrong("date", read.sentence)
}

const tooLong = `This is too long; ${longestNotice} characters at most.`

const notice = z
  .string()
  .default("")
  .transform(cleanText)
  .refine((text) => [...text].length <= longestNotice, tooLong)

const noticeBound = { bytes: 4 * longestNotice, tooLong }

/** What stands at the address of a withdrawn story. */
export const noticeInput = formSchema(
  z.object({ post: rowNumber, intent: z.enum(["save", "withdraw"]), notice }),
  { post: 100, intent: 100, notice: noticeBound },
)

function wrong(field: string, sentence: string): { ok: false; errors: Record<string, string> } {
  return { ok: false, errors: { [field]: sentence } }
}
