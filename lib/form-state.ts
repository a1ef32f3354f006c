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

/** A parsed form, or the sentences that say what to change. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; errors: Record<string, string> }

/** Fields that never travel back to a page. */
const secret = /password|token/i

/** Refuses a form and keeps the text that was typed, secrets and React's own fields aside. */
export function refused(
  form: FormData,
  answer: { message?: string; errors?: Record<string, string> },
): FormState {
  const values: Record<string, string> = {}
  for (const [name, value] of form) {
    if (typeof value === "string" && !name.startsWith("$ACTION") && !secret.test(name)) values[name] = value
  }
  return { status: "refused", message: answer.message, errors: answer.errors ?? {}, values }
}
