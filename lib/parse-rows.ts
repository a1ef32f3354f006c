import type { z } from "zod"
import type { RowFields } from "@/lib/form-rows"
import type { Parsed } from "@/lib/form-state"
import { type FormSchema, parseFields } from "@/lib/parse-form"

/**
 * Parses the rows of a form (`lib/form-rows.ts`), each by the schema of one; a row that is as it was added is none.
 * Errors carry the number of their row, as the fields do.
 */
export function parseRows<S extends z.ZodType>(
  row: FormSchema<S>,
  sent: unknown,
  { most, begun = {} }: Pick<RowFields, "most" | "begun">,
): Parsed<z.output<S>[]> {
  if (!(sent instanceof FormData)) return { ok: false, errors: {} }
  const values: z.output<S>[] = []
  const errors: Record<string, string> = {}
  let message: string | undefined
  for (let number = 1; number <= most; number++) {
    const fields = Object.fromEntries(
      Object.keys(row.bounds).map((name) => [name, sent.get(`${name}-${number}`)]),
    )
    if (Object.entries(fields).every(([name, value]) => !value || value === begun[name])) continue
    const parsed = parseFields(row, fields)
    if (parsed.ok) values.push(parsed.value)
    else {
      message ??= parsed.message
      for (const [name, sentence] of Object.entries(parsed.errors)) errors[`${name}-${number}`] = sentence
    }
  }
  const isRefused = message !== undefined || Object.keys(errors).length > 0
  return isRefused ? { ok: false, errors, message } : { ok: true, value: values }
}
