import type { AnyExtension, Extensions, Node } from "@tiptap/core"
import { emptyNodes } from "@/components/editor/blocks/empty-nodes"
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
  emptyNodes,
]

/**
 * What the usual nodes may hold here. None has to hold anything: merging two texts deletes nodes that lack what they must
 * hold (see `emptyNodes` for what the editor makes of such nodes).
 */
const contents: Record<string, string> = {
  // Pictures and boxes stand between the blocks of a text and never within one.
  doc: "(block | figure | box)*",
  bulletList: "listItem*",
  orderedList: "listItem*",
  // It begins with a paragraph: making its first line a heading or code lifts that out of the list.
  listItem: "(paragraph block*)?",
  // Who said it stands last; a paragraph is what a new line is by itself, so that it comes first.
  blockquote: "(block | attribution)*",
}

/** Replaces what an extension named in `contents` may hold. */
export function withOwnContent(extension: AnyExtension): AnyExtension {
  const content = contents[extension.name]
  return content ? (extension as Node).extend({ content }) : extension
}
