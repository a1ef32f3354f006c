import { z } from "zod"
import type { Parsed } from "@/lib/form-state"
import { sectionRows, sectionSizes } from "@/lib/front/limits"
import type { FrontArrangement, FrontSection } from "@/lib/front/types"
import { formSchema, parseForm } from "@/lib/parse-form"
import { parseRows } from "@/lib/parse-rows"
import { momentOf } from "@/lib/text/local-moment"
import { rowNumber, rowNumberOrNull } from "@/lib/text/row-number"

const choose = "Choose one of these."

const section = formSchema(
  z
    .object({
      tag: z
        .string()
        .regex(/^[1-9]\d{0,14}$/, "Choose the tag of this section.")
        .transform(Number),
      lead: rowNumberOrNull.default(null),
      size: z
        .string()
        .regex(/^\d$/, choose)
        .transform(Number)
        .pipe(z.number().min(sectionSizes[0], choose).max(sectionSizes.length, choose)),
    })
    .transform(({ tag, lead, size }): FrontSection => ({ tagId: tag, leadPostId: lead, size })),
  { tag: 100, lead: 100, size: 100 },
)

const whole = formSchema(
  z.object({
    intent: z.enum(["save", "preview", "publish", "discard"]),
    version: z.union([z.literal("0").transform(() => 0), rowNumber]),
    leadPost: rowNumberOrNull.default(null),
    leadUntil: z.string().default(""),
  }),
  { intent: 100, version: 100, leadPost: 100, leadUntil: 100 },
)

export type FrontForm = FrontArrangement & {
  intent: "save" | "preview" | "publish" | "discard"
  version: number
}

/** The front page as somebody wants it; times are those of the publication's clocks. */
export function parseFrontPage(sent: unknown, timeZone: string): Parsed<FrontForm> {
  const form = parseForm(whole, sent)
  if (!form.ok) return form
  const { leadPost, leadUntil, ...rest } = form.value
  if (rest.intent === "discard")
    return { ok: true, value: { ...rest, leadPostId: null, leadUntil: null, sections: [] } }
  const until = leadUntil === "" ? null : momentOf(leadUntil, timeZone)
  if (leadUntil !== "" && (!until || until <= new Date())) {
    const sentence = "Choose a time that is still to come, or leave this empty."
    return { ok: false, errors: { leadUntil: sentence } }
  }
  const sections = parseRows(section, sent, sectionRows)
  if (!sections.ok) return sections
  // An end of nothing is none.
  const end = leadPost === null ? null : until
  return { ok: true, value: { ...rest, leadPostId: leadPost, leadUntil: end, sections: sections.value } }
}
