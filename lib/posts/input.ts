import { z } from "zod"
import { commentModes } from "@/lib/comments/screening/modes"
import type { Parsed } from "@/lib/form-state"
import { parseForm } from "@/lib/parse-form"
import { oneLine } from "@/lib/posts/clean-text"
import { parseDocument, type RichTextDocument } from "@/lib/posts/document-schema"
import { isSlug } from "@/lib/posts/is-slug"
import { postLimits } from "@/lib/posts/limits"
import { rowNumber, rowNumberOrNull } from "@/lib/row-number"

const saveIntents = ["save", "submit", "publish"] as const
export type SaveIntent = (typeof saveIntents)[number]

/** One line of text: no line break, no control character, no half character. */
const line = (max: number, sentence: string) =>
  z.string().transform(oneLine).pipe(z.string().max(max, sentence))

const slug = z
  .string()
  .trim()
  .toLowerCase()
  .refine(
    (text) => text === "" || isSlug(text),
    "Write the address in small letters a to z, digits and single hyphens, 200 characters at most.",
  )

const tags = z
  .string()
  .max(2000, "These are too many tags; 10 at most.")
  .transform((text) => {
    const names = text
      .split(/[,،、，\n]/)
      .map(oneLine)
      .filter(Boolean)
    return names.filter((name, at) => names.findIndex((other) => isSameWord(other, name)) === at)
  })
  .pipe(
    z
      .array(z.string().max(postLimits.tag, "A tag is too long; 100 characters at most."))
      .max(postLimits.tags, "These are too many tags; 10 at most."),
  )

const isSameWord = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

const picture = z
  .string()
  .trim()
  .max(500, "This address is too long; 500 characters at most.")
  .refine(
    (text) => text === "" || (/^\/(?!\/)[\w\-./%~]+$/.test(text) && !text.split("/").includes("..")),
    "Write the address of a picture on this site, such as /uploads/fair.jpg.",
  )

const postInput = z.object({
  title: line(postLimits.title, "The title is too long; 300 characters at most."),
  standfirst: line(postLimits.standfirst, "The standfirst is too long; 1,000 characters at most."),
  body: z.string(),
  /** Empty: the address follows the title. */
  slug,
  tags,
  authorId: rowNumberOrNull.default(null),
  picture,
  pictureAlt: line(postLimits.alt, "The description is too long; 500 characters at most."),
  /** Empty where the publication's own mode holds. */
  commentMode: z.union(
    [z.enum(commentModes), z.literal("").transform(() => null)],
    "Choose how comments are taken.",
  ),
})

type Fields = z.output<typeof postInput>
export type PostInput = Omit<Fields, "body"> & { body: RichTextDocument }

/** Everything about a story that a person can type; any other field of the form is nobody's business. */
export function parsePost(form: FormData): Parsed<PostInput> {
  const fields = parseForm(postInput, form)
  const body = form.get("body")
  const document = parseDocument(typeof body === "string" ? body : "")
  const errors = { ...(fields.ok ? {} : fields.errors), ...(document.ok ? {} : { body: document.message }) }
  if (!fields.ok || !document.ok) return { ok: false, errors }
  return { ok: true, value: { ...fields.value, body: document.document } }
}

const saveAddress = z.object({
  intent: z.enum(saveIntents),
  /** Null is a story that was never saved. */
  id: rowNumberOrNull,
  version: z.union([z.literal("").transform(() => 0), rowNumber]),
})

/** What is to be done with which story, and which version of it the person saw. */
export function parseSaveAddress(form: FormData): Parsed<z.output<typeof saveAddress>> {
  return parseForm(saveAddress, form)
}
