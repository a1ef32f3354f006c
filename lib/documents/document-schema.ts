import { z } from "zod"
import { badEmbed, type EmbedNode, embed } from "@/lib/documents/embed-nodes"
import { badLink, line, unmarkedLine } from "@/lib/documents/inline-nodes"
import { documentLimits, embedLimits, pictureLimits } from "@/lib/documents/limits"
import {
  type GalleryNode,
  gallery,
  galleryTooLarge,
  type PictureNode,
  picture,
} from "@/lib/documents/picture-nodes"
import { type TableNode, table } from "@/lib/documents/table-nodes"

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
const tooManyEmbeds = `This text has more than ${embedLimits.story} embeds. Take some of them out, or make two stories of it.`
const tooDeep = "Lists or quotations are nested too deep. Take some of them a level up."

const sentences = new Set<string>([badLink, badEmbed, galleryTooLarge])
const isSentence = ({ message }: { message: string }) => sentences.has(message)

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
  "embed",
  "codeBlock",
  "attribution",
  "footnote",
  "pullQuote",
  "question",
  "notice",
  "keyPoints",
  "table",
  "tableRow",
  "tableCell",
  "tableHeader",
])

/** Walks without recursion, before anything that recurses: a document may be nested deeper than the stack. */
function measure(root: unknown): string | null {
  let nodes = 0
  let pictures = 0
  let embeds = 0
  const waiting: { node: unknown; depth: number }[] = [{ node: root, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (++nodes > documentLimits.nodes) return tooMany
    if (next.depth > documentLimits.depth) return tooDeep
    if (typeof next.node !== "object" || next.node === null) return unreadable
    const { type, content } = next.node as { type?: unknown; content?: unknown }
    if (typeof type !== "string") return unreadable
    if (!known.has(type)) return unknownPart(type)
    if (type === "picture" && ++pictures > pictureLimits.story) return tooManyPictures
    if (type === "embed" && ++embeds > embedLimits.story) return tooManyEmbeds
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

/** Who said what is quoted; it counts as the last line of a quotation, and is words of it elsewhere. */
const attribution = z.object({ type: z.literal("attribution"), content: line })

const blockquote = z.object({
  type: z.literal("blockquote"),
  get content() {
    return z.array(z.union([block, attribution])).min(1)
  },
})

const horizontalRule = z.object({ type: z.literal("horizontalRule") })

const codeBlock = z.object({ type: z.literal("codeBlock"), content: unmarkedLine })

type Block =
  | z.output<typeof paragraph>
  | z.output<typeof heading>
  | z.output<typeof horizontalRule>
  | z.output<typeof codeBlock>
  | Nested
type Nested =
  | { type: "blockquote"; content: (Block | z.output<typeof attribution>)[] }
  | { type: "bulletList"; content: Item[] }
  | { type: "orderedList"; attrs: { start: number }; content: Item[] }
type Item = { type: "listItem"; content: [z.output<typeof paragraph>, ...Block[]] }

const block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion("type", [
    paragraph,
    heading,
    bulletList,
    orderedList,
    blockquote,
    horizontalRule,
    codeBlock,
  ]),
)

/** A sentence of the text in large letters. */
const pullQuote = z.object({ type: z.literal("pullQuote"), content: line })

/** Of an interview; the answer is what follows. */
const question = z.object({ type: z.literal("question"), content: line })

/** Neither box has to hold anything, so that merging two texts never makes one that is not allowed. */
const notice = z.object({ type: z.literal("notice"), content: z.array(block).optional() })
const keyPoints = z.object({ type: z.literal("keyPoints"), content: z.array(block).optional() })

type Box =
  | z.output<typeof pullQuote>
  | z.output<typeof question>
  | z.output<typeof notice>
  | z.output<typeof keyPoints>
  | TableNode

/** Pictures, embeds, boxes and tables stand between the blocks of a text and never within one. */
const part: z.ZodType<Block | PictureNode | GalleryNode | EmbedNode | Box> = z.lazy(() =>
  z.discriminatedUnion("type", [
    paragraph,
    heading,
    bulletList,
    orderedList,
    blockquote,
    horizontalRule,
    codeBlock,
    picture,
    gallery,
    embed,
    pullQuote,
    question,
    notice,
    keyPoints,
    table,
  ]),
)

const documentSchema = z.object({ type: z.literal("doc"), content: z.array(part).min(1) })
