import type { z } from "zod"
import type { Parsed } from "@/lib/form-state"

/**
 * Parses a form's text fields with a schema. A field that comes twice counts with its first value,
 * and a file where text is expected counts as absent.
 */
export function parseForm<T>(schema: z.ZodType<T>, form: FormData): Parsed<T> {
  const fields: Record<string, string> = {}
  for (const [name, value] of form) {
    if (typeof value === "string" && !Object.hasOwn(fields, name)) fields[name] = value
  }
  const result = schema.safeParse(fields)
  if (result.success) return { ok: true, value: result.data }
  const errors: Record<string, string> = {}
  for (const issue of result.error.issues) errors[String(issue.path[0] ?? "form")] ??= issue.message
  return { ok: false, errors }
}
