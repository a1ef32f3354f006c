import { z } from "zod"
import { type OverridableKind, overridableKinds } from "@/lib/documents/check-finding"
import { parseDocument, type RichTextDocument } from "@/lib/documents/document-schema"
import { documentLimits } from "@/lib/documents/limits"
import { documentTooLong } from "@/lib/documents/messages"
import { saveAddress } from "@/lib/documents/save-address"
import type { Parsed } from "@/lib/form-state"
import { formSchema, parseForm } from "@/lib/parse-form"
import { typedBylines } from "@/lib/posts/bylines-input"
import { canonicalUrl, canonicalUrlTooLong } from "@/lib/posts/canonical-url"
import { isSlug } from "@/lib/posts/is-slug"
import { postLimits } from "@/lib/posts/limits"
import { pictureAddress, pictureTooLong } from "@/lib/posts/picture-address"
import { tagsTooLong, typedTags } from "@/lib/posts/tags-input"
import { commentModes } from "@/lib/settings/comment-modes"
import { normalise } from "@/lib/text/normalise"
import { rowNumberOrNull } from "@/lib/text/row-number"
import { oneLine, storable } from "@/lib/text/storable"

const saveIntents = ["save", "submit", "take-back", "send-back", "approve", "schedule", "publish"] as const
export type SaveIntent = (typeof saveIntents)[number]

/** One line of text: no line break, no control character, no half character. */
const line = (max: number, sentence: string) =>
  z.string().transform(oneLine).pipe(z.string().max(max, sentence))

const tooLong = {
  title: "The title is too long; 300 characters at most.",
  standfirst: "The standfirst is too long; 1,000 characters at most.",
  alt: "The alt text is too long; 500 characters at most.",
  note: "The note is too long; 2,000 characters at most.",
  body: documentTooLong,
  metaTitle: "This is too long; 300 characters at most.",
  metaDescription: "This is too long; 1,000 characters at most.",
}

const slug = z
  .string()
  .trim()
  .toLowerCase()
  .refine(
    (text) => text === "" || isSlug(text),
    "Use only the letters a to z, digits and single hyphens; 200 characters at most.",
  )

const body = z.string().transform((json, context): RichTextDocument => {
  const parsed = parseDocument(json)
  if (parsed.ok) return parsed.document
  context.addIssue(parsed.message)
  return z.NEVER
})

/** Kinds of findings with spaces between them; a word that is none overrides nothing. */
const anyway = z
  .string()
  .transform((words): OverridableKind[] => overridableKinds.filter((kind) => words.split(" ").includes(kind)))

const fields = z.object({
  title: line(postLimits.title, tooLong.title),
  standfirst: line(postLimits.standfirst, tooLong.standfirst),
  body,
  /** Empty: the address follows the title. */
  slug,
  tags: typedTags,
  /** A page that does not send them leaves them as they are. */
  bylines: typedBylines.optional(),
  /** From the library; empty where the story has none. */
  leadMediaId: rowNumberOrNull.default(null),
  picture: pictureAddress,
  pictureAlt: line(postLimits.alt, tooLong.alt),
  /** Empty where the publication's own mode holds. */
  commentMode: z.union(
    [z.enum(commentModes), z.literal("").transform(() => null)],
    "Choose how comments are taken.",
  ),
  /** Whether the front page leaves it out. A page that does not send it leaves that as it is. */
  offFrontPage: z
    .enum(["", "on"])
    .transform((word) => word === "on")
    .optional(),
  /** For search engines and links elsewhere. A page that does not send them leaves them as they are. */
  searchTitle: line(postLimits.searchTitle, tooLong.metaTitle).optional(),
  searchDescription: line(postLimits.searchDescription, tooLong.metaDescription).optional(),
  socialTitle: line(postLimits.socialTitle, tooLong.metaTitle).optional(),
  socialDescription: line(postLimits.socialDescription, tooLong.metaDescription).optional(),
  canonicalUrl: canonicalUrl.optional(),
  /** Whether an update of a published story is shown to readers as one. */
  tell: z.enum(["updated", "nothing"]).default("updated"),
  /** For whom the step concerns; a save alone ignores it. */
  note: z
    .string()
    .transform((text) => normalise(storable(text), "NFC").trim())
    .pipe(z.string().max(postLimits.note, tooLong.note))
    .optional(),
  /** What of the checklist somebody was shown and publishes in spite of. */
  anyway: anyway.optional(),
  /** The mode when the page was opened or last saved. A page that does not send it leaves the mode as it is. */
  commentModeSeen: z.union([z.enum(commentModes), z.literal("").transform(() => null)]).optional(),
})

const postInput = formSchema(fields, {
  title: { bytes: 8 * postLimits.title, tooLong: tooLong.title },
  standfirst: { bytes: 8 * postLimits.standfirst, tooLong: tooLong.standfirst },
  body: { bytes: documentLimits.bytes, tooLong: tooLong.body },
  slug: 2000,
  tags: { bytes: 8000, tooLong: tagsTooLong },
  // With the names, which the page keeps for itself.
  bylines: 20_000,
  leadMediaId: 100,
  picture: { bytes: 4000, tooLong: pictureTooLong },
  pictureAlt: { bytes: 8 * postLimits.alt, tooLong: tooLong.alt },
  commentMode: 100,
  offFrontPage: 100,
  searchTitle: { bytes: 8 * postLimits.searchTitle, tooLong: tooLong.metaTitle },
  searchDescription: { bytes: 8 * postLimits.searchDescription, tooLong: tooLong.metaDescription },
  socialTitle: { bytes: 8 * postLimits.socialTitle, tooLong: tooLong.metaTitle },
  socialDescription: { bytes: 8 * postLimits.socialDescription, tooLong: tooLong.metaDescription },
  canonicalUrl: { bytes: 8 * postLimits.canonicalUrl, tooLong: canonicalUrlTooLong },
  tell: 100,
  note: { bytes: 8 * postLimits.note, tooLong: tooLong.note },
  anyway: 200,
  commentModeSeen: 100,
})

type Fields = z.output<typeof fields>
export type PostInput = Fields

const noteInput = formSchema(z.object({ note: fields.shape.note }), {
  note: { bytes: 8 * postLimits.note, tooLong: tooLong.note },
})

/** What is said with a step that saves no text. */
export function parseNote(form: unknown): Parsed<{ note?: string | undefined }> {
  return parseForm(noteInput, form)
}

/** Everything about a story that a person can type; any other field of the form is nobody's business. */
export function parsePost(form: unknown): Parsed<PostInput> {
  return parseForm(postInput, form)
}

const storyAddress = saveAddress(saveIntents)

export type SaveAddress = z.output<typeof storyAddress.schema>

/** What is to be done with which story, and which version of it the person saw. */
export function parseSaveAddress(form: unknown): Parsed<SaveAddress> {
  return parseForm(storyAddress, form)
}
