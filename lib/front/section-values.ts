import type { RowValues } from "@/lib/form-rows"
import type { FrontSection } from "@/lib/front/types"

/** A section as its row of the form holds it. */
export function sectionValues({ tagId, leadPostId, size }: FrontSection): RowValues {
  return { tag: String(tagId), lead: String(leadPostId ?? ""), size: String(size) }
}
