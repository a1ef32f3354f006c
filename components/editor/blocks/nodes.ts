import type { Extensions, Node } from "@tiptap/core"
import { emptyBoxes } from "@/components/editor/blocks/empty-boxes"
import { footnoteNode } from "@/components/editor/blocks/footnote"
import { tableNodes } from "@/components/editor/blocks/table"
import {
  attributionNode,
  keyPointsNode,
  noticeNode,
  pullQuoteNode,
  questionNode,
} from "@/components/editor/blocks/text-blocks"

export const blockNodes: Extensions = [
  attributionNode,
  footnoteNode,
  keyPointsNode,
  noticeNode,
  pullQuoteNode,
  questionNode,
  ...tableNodes,
  emptyBoxes,
]

/** Who said it stands last in a quotation; a paragraph is what a new line in it is by itself, so that it comes first here. */
export function attributed(blockquote: Node): Node {
  return blockquote.extend({ content: "(block | attribution)*" })
}
