import { z } from "zod"
import type { Parsed } from "@/lib/form-state"
import { formSchema, parseForm } from "@/lib/parse-form"

const named = formSchema(z.object({ address: z.string().min(1) }), { address: 2000 })

/** The address of a player that the editor names; whether this site shows it, `embedTarget` decides. */
export function parseEmbedAddress(form: unknown): Parsed<string> {
  const parsed = parseForm(named, form)
  return parsed.ok ? { ok: true, value: parsed.value.address } : parsed
}
