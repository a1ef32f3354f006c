import { z } from "zod"
import { parseDocument, type RichTextDocument } from "@/lib/documents/document-schema"
import { documentLimits } from "@/lib/documents/limits"
import { documentTooLong } from "@/lib/documents/messages"
import { saveAddress } from "@/lib/documents/save-address"
import type { Parsed } from "@/lib/form-state"
import { pageLimits } from "@/lib/pages/limits"
import { pagePurposes } from "@/lib/pages/purposes"
import { formSchema, parseForm } from "@/lib/parse-form"
import { isSlug } from "@/lib/posts/is-slug"
import { rowNumber, rowNumberOrNull } from "@/lib/text/row-number"
import { oneLine } from "@/lib/text/storable"

const tooLong = {
  title: `The title is too long; ${pageLimits.title} characters at most.`,
  description: `The description is too long; ${pageLimits.description} characters at most.`,
}

const line = (max: number, sentence: string) =>
  z.string().transform(oneLine).pipe(z.string().max(max, sentence))

const fields = z.object({
  title: line(pageLimits.title, tooLong.title),
  description: line(pageLimits.description, tooLong.description),
  body: z.string().transform((json, context): RichTextDocument => {
    const parsed = parseDocument(json)
    if (parsed.ok) return parsed.document
    context.addIssue(parsed.message)
    return z.NEVER
  }),
  /** Empty: the address follows the title. */
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .refine(
      (text) => text === "" || isSlug(text),
      "Use only the letters a to z, digits and single hyphens; 200 characters at most.",
    ),
  /** The page above it. */
  parentId: rowNumberOrNull,
  purpose: z.union(
    [z.enum(pagePurposes), z.literal("").transform(() => null)],
    "Choose one of these, or nothing.",
  ),
})

const pageInput = formSchema(fields, {
  title: { bytes: 8 * pageLimits.title, tooLong: tooLong.title },
  description: { bytes: 8 * pageLimits.description, tooLong: tooLong.description },
  body: { bytes: documentLimits.bytes, tooLong: documentTooLong },
  slug: 2000,
  parentId: 100,
  purpose: 100,
})

export type PageInput = z.output<typeof fields>

/** Everything about a page that a person can type; any other field of the form is not read. */
export function parsePage(form: unknown): Parsed<PageInput> {
  return parseForm(pageInput, form)
}

const pageAddress = saveAddress(["save", "publish"])

/** What is to be done with which page, and which version of it the person saw. */
export function parsePageSave(form: unknown): Parsed<z.output<typeof pageAddress.schema>> {
  return parseForm(pageAddress, form)
}

/** That the privacy page fits what the site does, and what that was when the person looked. */
export const factsSeen = formSchema(z.object({ id: rowNumber, seen: z.string() }), { id: 100, seen: 4000 })

/** Which page a button is about, and the version of it that the person saw. */
export const pageSeen = formSchema(z.object({ id: rowNumber, version: rowNumber }), { id: 100, version: 100 })
