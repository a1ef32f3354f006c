import { z } from "zod"
import { line, unmarkedLine } from "@/lib/documents/inline-nodes"

export const paragraph = z.object({ type: z.literal("paragraph"), content: line })

export const heading = z.object({
  type: z.literal("heading"),
  attrs: z.object({ level: z.literal([2, 3, 4]) }),
  content: line,
})

/** It begins with a paragraph, if with anything. */
const listItem = z.object({
  type: z.literal("listItem"),
  get content() {
    return z
      .array(block)
      .refine(([first]) => first === undefined || first.type === "paragraph")
      .optional()
  },
})

export const bulletList = z.object({ type: z.literal("bulletList"), content: z.array(listItem).optional() })

export const orderedList = z.object({
  type: z.literal("orderedList"),
  attrs: z.object({ start: z.int().min(1).max(100_000).catch(1) }).default({ start: 1 }),
  content: z.array(listItem).optional(),
})

/** Who said what is quoted; it counts as the last line of a quotation, and is words of it elsewhere. */
const attribution = z.object({ type: z.literal("attribution"), content: line })

export const blockquote = z.object({
  type: z.literal("blockquote"),
  get content() {
    return z.array(quoted).optional()
  },
})

export const horizontalRule = z.object({ type: z.literal("horizontalRule") })

export const codeBlock = z.object({ type: z.literal("codeBlock"), content: unmarkedLine })

export type BlockNode =
  | z.output<typeof paragraph>
  | z.output<typeof heading>
  | z.output<typeof horizontalRule>
  | z.output<typeof codeBlock>
  | Nested
type Nested =
  | { type: "blockquote"; content?: QuotedNode[] | undefined }
  | { type: "bulletList"; content?: Item[] | undefined }
  | { type: "orderedList"; attrs: { start: number }; content?: Item[] | undefined }
type Item = { type: "listItem"; content?: BlockNode[] | undefined }
type QuotedNode = BlockNode | z.output<typeof attribution>

const blocks = () =>
  [paragraph, heading, bulletList, orderedList, blockquote, horizontalRule, codeBlock] as const

export const block: z.ZodType<BlockNode> = z.lazy(() => z.discriminatedUnion("type", blocks()))

// Not a union of `block` and the attribution: that would hide why a part of it is refused.
const quoted: z.ZodType<QuotedNode> = z.lazy(() => z.discriminatedUnion("type", [...blocks(), attribution]))
