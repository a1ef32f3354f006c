/** The one answer of every form: nothing yet, done, or refused with what was typed still there. */
export type FormState =
  | { status: "idle" }
  | { status: "done"; message: string }
  | {
      status: "refused"
      message?: string
      /** A sentence for each field that needs a change, by field name. */
      errors: Record<string, string>
      /** What was typed, to be fed back as `defaultValue`; React empties a form after its action. */
      values: Record<string, string>
    }

export const idle: FormState = { status: "idle" }

/** Whether something has to be changed. A form whose rows were only arranged is refused without a mistake: see `arrangeRows`. */
export function isMistake(state: FormState): boolean {
  return state.status === "refused" && state.values.arranged === undefined
}

/** What a refused form was sent with in this field: of a version, the one that its fields were filled over. */
export function typedIn(state: FormState, name: string): string | undefined {
  return state.status === "refused" ? state.values[name] : undefined
}

/** A parsed form, or the sentences that say what to change: by field, and about the form as a whole. */
export type Parsed<T> =
  | { ok: true; value: T }
  | { ok: false; errors: Record<string, string>; message?: string }

/** Fields that never travel back to a page. */
const secret = /password|^again$|token|^code$|^response$/i

/** More than any form of ours holds. */
const mostEchoed = { fields: 100, letters: 300_000 }

/**
 * Refuses a form and keeps the text that was typed, secrets and React's own fields aside. Of text that no form could hold
 * only the beginning comes back, and the message says so.
 */
export function refused(
  form: unknown,
  answer: { message?: string; errors?: Record<string, string> },
): FormState {
  const values: Record<string, string> = {}
  let room = mostEchoed.letters
  let cut = false
  for (const [name, value] of form instanceof FormData ? form : []) {
    if (Object.keys(values).length === mostEchoed.fields) break
    if (typeof value !== "string" || name.startsWith("$ACTION") || secret.test(name)) continue
    if (Object.hasOwn(values, name)) continue
    values[name] = value.slice(0, room).toWellFormed()
    cut ||= value.length > room
    room -= Math.min(room, value.length)
  }
  const message = cut ? [answer.message, onlyItsBeginning].filter(Boolean).join(" ") : answer.message
  return { status: "refused", message, errors: answer.errors ?? {}, values }
}

const onlyItsBeginning =
  "What you sent was too long to be shown again whole; the form has only its beginning."
