"use server"

import { refresh } from "next/cache"
import { anotherPerson } from "@/lib/auth/messages"
import { needsSecondFactor } from "@/lib/auth/second-factor-rule"
import { confirmIdentity } from "@/lib/auth/step-up"
import { requireSender } from "@/lib/auth/viewer"
import { hasSecondFactor } from "@/lib/credentials/queries"
import { type FormState, refused } from "@/lib/form-state"
import { parseForm } from "@/lib/parse-form"
import { settingsOfStaff } from "@/lib/settings/cache-tags"
import { changesBetween } from "@/lib/settings/changes"
import { commentMailInput, settingsInput, settingsSeen } from "@/lib/settings/input"
import { meanwhileSentence } from "@/lib/settings/messages"
import { saveCommentMail, saveSettings } from "@/lib/settings/mutations"
import { getSettings } from "@/lib/settings/queries"

/** Saves what an admin has set; a refused form keeps all that was typed. */
export async function saveSettingsAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "settings.manage")
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(settingsInput, form)
  if (!input.ok) {
    return refused(form, {
      message: input.message ?? seeMarked,
      errors: input.errors,
    })
  }

  const before = await getSettings()
  if (input.value.secondFactorFor !== before.secondFactorFor) {
    // They would be sent to set one up before they could read that it was saved.
    if (needsSecondFactor(input.value.secondFactorFor, staff.roles) && !(await hasSecondFactor(staff)))
      return refused(form, { message: seeMarked, errors: { secondFactorFor: ownFactorFirst } })
    const confirmed = await confirmIdentity(staff, form)
    if (!confirmed.ok) return refused(form, confirmed)
  }

  const seen = parseForm(settingsSeen, form)
  const saved = await saveSettings(staff, input.value, seen.ok ? seen.value.version : undefined)

  if (!saved.ok && saved.reason === "changed-meanwhile") {
    const typed = refused(form, { message: meanwhileSentence(saved.changes, await getSettings()) })
    return typed.status === "refused"
      ? { ...typed, values: { ...typed.values, version: saved.version } }
      : typed
  }
  if (!saved.ok) return refused(form, { message: "Your roles do not include the settings." })
  refresh()
  const changed = Object.keys(changesBetween(before, input.value))
  const isForStaff =
    changed.length > 0 && changed.every((key) => settingsOfStaff.some((name) => key.startsWith(`${name} `)))
  return { status: "done", message: isForStaff ? "Saved." : "Saved. Readers see it from now on." }
}

const seeMarked = "Nothing was saved yet: see the fields that are marked."

const ownFactorFirst = "Set up your own second factor first, in Your account."

/** Saves how often a person is mailed about waiting comments. */
export async function saveCommentMailAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "comments.moderate")
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(commentMailInput, form)
  if (!input.ok) return refused(form, input)

  const saved = await saveCommentMail(staff, input.value.commentMail)

  if (!saved.ok) return refused(form, { message: "Your roles do not include moderation." })
  refresh()
  return { status: "done", message: "Saved." }
}
