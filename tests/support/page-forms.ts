import { paragraphs } from "../../db/factories.ts"
import { type PageInput, parsePage } from "../../lib/pages/input.ts"

/** A page as its form would send it. */
export function pageOf(fields: Record<string, string> = {}): PageInput {
  const form = new FormData()
  const typed = {
    title: "About us",
    description: "",
    body: JSON.stringify(paragraphs("We write about what families use.")),
    slug: "",
    parentId: "",
    purpose: "",
    ...fields,
  }
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  const parsed = parsePage(form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed))
  return parsed.value
}
