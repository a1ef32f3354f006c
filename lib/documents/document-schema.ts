import { z } from "zod"
import {
  type BlockNode,
  block,
  blockquote,
  bulletList,
  codeBlock,
  heading,
  horizontalRule,
  orderedList,
  paragraph,
} from "@/lib/documents/block-nodes"
import { whyTooLarge } from "@/lib/documents/document-size"
import { badEmbed, type EmbedNode, embed } from "@/lib/documents/embed-nodes"
import { badLink, line } from "@/lib/documents/inline-nodes"
import { documentLimits } from "@/lib/documents/limits"
import { documentTooLong, unreadable } from "@/lib/documents/messages"
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
  const trouble = whyTooLarge(value)
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

const sentences = new Set<string>([badLink, badEmbed, galleryTooLarge])
const isSentence = ({ message }: { message: string }) => sentences.has(message)

/** A sentence of the text in large letters. */
const pullQuote = z.object({ type: z.literal("pullQuote"), content: line })

/** Of an interview; the answer is what follows. */
const question = z.object({ type: z.literal("question"), content: line })

const notice = z.object({ type: z.literal("notice"), content: z.array(block).optional() })
const keyPoints = z.object({ type: z.literal("keyPoints"), content: z.array(block).optional() })

type Box =
  | z.output<typeof pullQuote>
  | z.output<typeof question>
  | z.output<typeof notice>
  | z.output<typeof keyPoints>
  | TableNode

/** Pictures, embeds, boxes and tables stand between the blocks of a text and never within one. */
const part: z.ZodType<BlockNode | PictureNode | GalleryNode | EmbedNode | Box> = z.lazy(() =>
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

/** Nothing has to hold anything, so that merging two texts never makes one that is not allowed. */
const documentSchema = z.object({ type: z.literal("doc"), content: z.array(part).optional() })
