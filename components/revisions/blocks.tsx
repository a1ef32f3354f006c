import { type Pictures, pageFigure } from "@/components/posts/figures"
import { richTextHtml } from "@/components/posts/rich-text-html"
import { Markup } from "@/components/ui/markup"
import type { RichTextNode } from "@/db/schema/posts"

export type BlocksProps = {
  nodes: readonly RichTextNode[]
  pictures: Pictures
  /** The list that these are items of, where they are. */
  list?: RichTextNode["type"] | undefined
}

/** Blocks as readers see them. */
export function Blocks({ nodes, pictures, list }: BlocksProps) {
  const content = list ? [{ type: list, content: [...nodes] }] : [...nodes]
  return (
    <Markup
      className="prose"
      html={richTextHtml({ type: "doc", content }, pageFigure(pictures), { apart: true })}
    />
  )
}
