import { z } from "zod"
import { documentLimits, pictureLimits } from "@/lib/documents/limits"
import { linkAddress } from "@/lib/documents/link-url"
import {
  type GalleryNode,
  gallery,
  galleryTooLarge,
  type PictureNode,
  picture,
} from "@/lib/documents/picture-nodes"
import { normalise } from "@/lib/text/normalise"
import { storable } from "@/lib/text/storable"

/**
 * Reads the text of a story as the editor sent it. Whatever is not in the schema below is refused with a
 * sentence, attributes that nobody needs are left out, and links are written anew.
 */
export function parseDocument(json: string): ParsedDocument {
  if (new TextEncoder().encode(json).length > documentLimits.bytes) return refuse(documentTooLong)
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return refuse(unreadable)
  }
  const trouble = measure(value)
  if (trouble) return refuse(trouble)
  const parsed = documentSchema.safeParse(value)
  if (!parsed.success) return refuse(parsed.error.issues.find(isSentence)?.message ?? unreadable)
  return { ok: true, document: parsed.data }
}

export type RichTextDocument = z.output<typeof documentSchema>
export type ParsedDocument = { ok: true; document: RichTextDocument } | { ok: false; message: string }

/** What a story starts with. */
export const emptyDocument: RichTextDocument = { type: "doc", content: [{ type: "paragraph" }] }

const refuse = (message: string): ParsedDocument => ({ ok: false, message })

const unreadable =
  "The text could not be read and was not saved. Copy it, reload the page and paste it again."
export const documentTooLong = "This text is longer than a story can be (500 kB). Make two stories of it."
const tooMany = "This text has more paragraphs than a story can hold (20,000 parts). Make two stories of it."
const tooManyPictures = `This text has more than ${pictureLimits.story} pictures. Take some of them out, or make two stories of it.`
const tooDeep = "Lists or quotations are nested too deep. Take some of them a level up."
const badLink =
  "A link leads nowhere: its address must begin with https://, http://, mailto: or tel:, or be a path of this site."

const isSentence = ({ message }: { message: string }) => message === badLink || message === galleryTooLarge

const known = new Set([
  "doc",
  "paragraph",
  "heading",
  "text",
  "bulletList",
  "orderedList",
  "listItem",
  "blockquote",
  "horizontalRule",
  "hardBreak",
  "picture",
  "gallery",
])

/** Walks without recursion, before anything that recurses: a document may be nested deeper than the stack. */
function measure(root: unknown): string | null {
  let nodes = 0
  let pictures = 0
  const waiting: { node: unknown; depth: number }[] = [{ node: root, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (++nodes > documentLimits.nodes) return tooMany
    if (next.depth > documentLimits.depth) return tooDeep
    if (typeof next.node !== "object" || next.node === null) return unreadable
    const { type, content } = next.node as { type?: unknown; content?: unknown }
    if (typeof type !== "string") return unreadable
    if (!known.has(type)) return unknownPart(type)
    if (type === "picture" && ++pictures > pictureLimits.story) return tooManyPictures
    if (content === undefined) continue
    if (!Array.isArray(content)) return unreadable
    for (const node of content) waiting.push({ node, depth: next.depth + 1 })
  }
  return null
}

function unknownPart(type: string): string {
  const name = type.replace(/[^\w-]/g, "").slice(0, 40)
  return `The text holds a part that this site cannot show${name ? ` (${name})` : ""}. Remove it and save again.`
}

/** Postgres keeps neither NUL nor half a character; a text copied from a PDF comes in pieces of letters. */
const words = z
  .string()
  .transform((text) => normalise(storable(text), "NFC"))
  .pipe(z.string().min(1))

const mark = z.discriminatedUnion("type", [
  z.object({ type: z.literal("bold") }),
  z.object({ type: z.literal("italic") }),
  z.object({ type: z.literal("strike") }),
  z.object({ type: z.literal("code") }),
  z.object({
    type: z.literal("link"),
    attrs: z.object({
      href: z.unknown().transform((href, context) => {
        const address = linkAddress(href)
        if (address === null) context.addIssue({ code: "custom", message: badLink })
        return address ?? ""
      }),
    }),
  }),
])

/** Each once and in the editor's order, so that one text has one spelling; code is at most a link as well. */
const marks = z
  .array(mark)
  .max(20)
  .transform((list) => {
    const types = list.some(({ type }) => type === "code")
      ? ["link", "code"]
      : ["link", "bold", "italic", "strike"]
    return types.flatMap((type) => list.find((one) => one.type === type) ?? [])
  })
  .optional()

const inline = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: words, marks }),
  z.object({ type: z.literal("hardBreak"), marks }),
])

const line = z.array(inline).optional()

const paragraph = z.object({ type: z.literal("paragraph"), content: line })

const heading = z.object({
  type: z.literal("heading"),
  attrs: z.object({ level: z.literal([2, 3, 4]) }),
  content: line,
})

const listItem = z.object({
  type: z.literal("listItem"),
  get content() {
    return z.tuple([paragraph], block)
  },
})

const bulletList = z.object({
  type: z.literal("bulletList"),
  content: z.array(listItem).min(1),
})

const orderedList = z.object({
  type: z.literal("orderedList"),
  attrs: z.object({ start: z.int().min(1).max(100_000).catch(1) }).default({ start: 1 }),
  content: z.array(listItem).min(1),
})

const blockquote = z.object({
  type: z.literal("blockquote"),
  get content() {
    return z.array(block).min(1)
  },
})

const horizontalRule = z.object({ type: z.literal("horizontalRule") })

type Block = z.output<typeof paragraph> | z.output<typeof heading> | z.output<typeof horizontalRule> | Nested
type Nested =
  | { type: "blockquote"; content: Block[] }
  | { type: "bulletList"; content: Item[] }
  | { type: "orderedList"; attrs: { start: number }; content: Item[] }
type Item = { type: "listItem"; content: [z.output<typeof paragraph>, ...Block[]] }

const block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion("type", [paragraph, heading, bulletList, orderedList, blockquote, horizontalRule]),
)

/** Pictures stand between the blocks of a text and never within one. */
const part: z.ZodType<Block | PictureNode | GalleryNode> = z.lazy(() =>
  z.discriminatedUnion("type", [
    paragraph,
    heading,
    bulletList,
    orderedList,
    blockquote,
    horizontalRule,
    picture,
    gallery,
  ]),
)

const documentSchema = z.object({ type: z.literal("doc"), content: z.array(part).min(1) })
