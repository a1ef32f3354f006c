import { z } from "zod"
import { formSchema, parseForm } from "@/lib/parse-form"

const token = formSchema(z.object({ token: z.string() }), { token: 200 })

/** The author's link, which each form of their page carries; empty for what is no such form. */
export function parseToken(form: unknown): string {
  const parsed = parseForm(token, form)
  return parsed.ok ? parsed.value.token : ""
}

const wish = formSchema(z.object({ wish: z.literal("on") }), { wish: 100 })

/** Whether the author wants mail about answers: a box that is not ticked is not sent. */
export function parseIntent(form: unknown): boolean {
  return parseForm(wish, form).ok
}
