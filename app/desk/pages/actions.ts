"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { isRenderedFor } from "@/lib/auth/input"
import { anotherPerson } from "@/lib/auth/messages"
import type { Staff } from "@/lib/auth/staff"
import { getViewer, requireSender } from "@/lib/auth/viewer"
import { checkFields, type HeldText, type SaveAnswer } from "@/lib/documents/save-answer"
import { type FormState, refused } from "@/lib/form-state"
import { factsSeen, type PageInput, pageSeen, parsePage, parsePageSave } from "@/lib/pages/input"
import {
  compareRefusal,
  deleteRefusal,
  pageChanged,
  pageCompared,
  refusedPage,
  refusedWithdrawal,
} from "@/lib/pages/messages"
import {
  confirmFacts,
  createPage,
  deletePage,
  publishPage,
  savePage,
  withdrawPage,
} from "@/lib/pages/mutations"
import { missingOf } from "@/lib/pages/readiness"
import type { PageOutcome, PageRefusal, SavedPage } from "@/lib/pages/save-outcome"
import { parseForm } from "@/lib/parse-form"

/**
 * Saves or publishes what the editor holds. Someone whose session has ended is told so and not sent away: their text is
 * still on the page.
 */
export async function savePageAction(form: unknown): Promise<SaveAnswer> {
  const staff = await getViewer()
  if (!staff) return { ok: false, reason: "signed-out" }
  if (!isRenderedFor(staff, form)) return refusedPage({ reason: "another-person" })
  const address = parsePageSave(form)
  if (!address.ok) return refusedPage({ reason: "not-found" })
  const input = parsePage(form)
  if (!input.ok)
    return { ok: false, reason: "refused", message: input.message ?? checkFields, errors: input.errors }

  const { intent, id, version, key } = address.value
  if (id !== null) return answer(await acts[intent](staff, { id, version }, input.value))
  return answerNew(staff, input.value, { intent, key })
}

async function answerNew(
  staff: Staff,
  input: PageInput,
  { intent, key }: { intent: keyof typeof acts; key?: string },
): Promise<SaveAnswer> {
  // Nothing is begun that cannot be finished: a draft nobody asked for would stay behind.
  const missing = intent === "publish" ? missingOf(input) : null
  if (missing) return refusedPage(missing)
  const made = await createPage(staff, input, key)
  if (!made.ok) return answer(made)
  // A repetition finds what came of the first try, and changes nothing when that was all of it.
  return answer(await acts[intent](staff, made.page, input), made.page)
}

/** Takes a published page back; what was typed meanwhile is neither saved nor lost. */
export async function withdrawPageAction(form: unknown): Promise<SaveAnswer> {
  const staff = await getViewer()
  if (!staff) return { ok: false, reason: "signed-out" }
  if (!isRenderedFor(staff, form)) return refusedPage({ reason: "another-person" })
  const seen = parseForm(pageSeen, form)
  if (!seen.ok) return refusedWithdrawal("not-found")
  const outcome = await withdrawPage(staff, seen.value)
  return outcome.ok || outcome.reason === "stale" ? answer(outcome) : refusedWithdrawal(outcome.reason)
}

export async function deletePageAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "pages.edit")
  if (!staff) return refused(form, { message: anotherPerson })
  const seen = parseForm(pageSeen, form)
  if (!seen.ok) return refused(form, seen)
  const outcome = await deletePage(staff, seen.value)
  if (!outcome.ok) return refused(form, { message: inWords(outcome, deleteRefusal) })
  redirect("/desk/pages?deleted=1")
}

/** The privacy page fits what the site does now. */
export async function confirmFactsAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "pages.edit")
  if (!staff) return refused(form, { message: anotherPerson })
  const seen = parseForm(factsSeen, form)
  if (!seen.ok) return refused(form, seen)
  const outcome = await confirmFacts(staff, seen.value)
  if (!outcome.ok) return refused(form, { message: inWords(outcome, compareRefusal) })
  refresh()
  return { status: "done", message: pageCompared }
}

const acts = { save: savePage, publish: publishPage }

function inWords(outcome: PageOutcome & { ok: false }, words: (reason: PageRefusal) => string): string {
  return outcome.reason === "stale" ? pageChanged : words(outcome.reason)
}

function answer(outcome: PageOutcome, made?: SavedPage): SaveAnswer {
  if (outcome.ok) return { ok: true, story: held(outcome.page) }
  if (outcome.reason !== "stale") {
    const page = outcome.page ?? made
    return refusedPage(outcome, page && held(page))
  }
  return { ok: false, reason: "stale", by: outcome.by, own: outcome.own, story: held(outcome.page) }
}

function held({ id, slug, path, status, version, updatedAt }: SavedPage): HeldText {
  return { id, slug, path: `/${path}`, status, version, savedAt: updatedAt.toISOString() }
}
