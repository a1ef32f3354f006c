import type { z } from "zod"
import type { Parsed } from "@/lib/form-state"

/** How many bytes of a field are read, with a sentence of its own for a longer one where people type. */
export type Bound = number | { bytes: number; tooLong: string }

/** A form that can be parsed: a schema, and a bound for each of its fields. A field without one is not read. */
export type FormSchema<S extends z.ZodType> = { schema: S; bounds: Readonly<Record<string, Bound>> }

type FieldOf<Input> = Input extends unknown ? keyof Input & string : never

/** Declares a form; a field without a bound does not compile. */
export function formSchema<S extends z.ZodType>(
  schema: S,
  bounds: Record<FieldOf<z.input<S>>, Bound>,
): FormSchema<S> {
  return { schema, bounds }
}

/**
 * Parses what an action or a route was sent, whatever that is. Lengths are judged first: a field over its bound never
 * reaches the schema, since zod goes on to `refine` and `transform` after a failed `max`. A field that comes twice counts
 * with its first value, and NUL, which Postgres keeps in no text, is taken out. A line ends with LF, as everywhere here;
 * browsers send CRLF, whatever was typed or stood in the field (HTML, "constructing entry list").
 */
export function parseForm<S extends z.ZodType>(form: FormSchema<S>, sent: unknown): Parsed<z.output<S>> {
  if (!(sent instanceof FormData) || isCrowded(sent)) return { ok: false, errors: {}, message: notAsSent }
  return parseFields(form, Object.fromEntries(Object.keys(form.bounds).map((name) => [name, sent.get(name)])))
}

/** The same for a form whose one field comes as often as somebody ticked a box of that name: with commas between them. */
export function parseTicked<S extends z.ZodType>(
  form: FormSchema<S>,
  name: string,
  sent: unknown,
): Parsed<z.output<S>> {
  if (!(sent instanceof FormData) || isCrowded(sent)) return { ok: false, errors: {}, message: notAsSent }
  return parseFields(form, { [name]: sent.getAll(name).join(",") })
}

/** The same for fields that come as an object. `null` counts as absent. */
export function parseFields<S extends z.ZodType>(
  { schema, bounds }: FormSchema<S>,
  sent: Readonly<Record<string, unknown>>,
): Parsed<z.output<S>> {
  const fields: Record<string, string> = {}
  const refused: Record<string, string> = {}
  for (const [name, bound] of Object.entries(bounds)) {
    const value = sent[name] ?? null
    if (value === null) continue
    const trouble = troubleWith(value, bound)
    if (trouble) refused[name] = trouble
    // What was refused stays empty, so that the other fields get their sentences in the same answer.
    fields[name] = trouble ? "" : storable(value as string)
  }
  const parsed = schema.safeParse(fields, { error: () => notAsSent })
  if (parsed.success && Object.keys(refused).length === 0) return { ok: true, value: parsed.data }
  return { ok: false, ...sentences(parsed.error?.issues ?? [], refused) }
}

/** What no person caused by typing; said above the form, since such a field may be hidden. */
const notAsSent = "This form did not arrive as the page made it. Reload the page and send it again."

/** No form has as many fields. */
const mostFields = 100

function isCrowded(form: FormData): boolean {
  let count = 0
  for (const _ of form) if (++count > mostFields) return true
  return false
}

function troubleWith(value: unknown, bound: Bound): string | null {
  if (typeof value !== "string") return "Write text here; a file cannot be taken."
  const { bytes, tooLong } = typeof bound === "number" ? { bytes: bound, tooLong: shorten } : bound
  return value.length > bytes || Buffer.byteLength(value) > bytes ? tooLong : null
}

const shorten = "This is too long. Please shorten it."

function storable(text: string): string {
  return text.replaceAll("\0", "").replaceAll("\r\n", "\n").toWellFormed()
}

function sentences(issues: readonly z.core.$ZodIssue[], refused: Record<string, string>) {
  const errors = { ...refused }
  let message: string | undefined
  for (const issue of issues) {
    const field = String(issue.path[0] ?? "form")
    if (field in refused) continue
    if (issue.message === notAsSent) message = notAsSent
    else errors[field] ??= issue.message
  }
  return message === undefined ? { errors } : { errors, message }
}
