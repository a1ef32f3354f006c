import type { ReactNode } from "react"
import type { RichTextNode } from "@/db/schema/posts"

/** A word or another node of a line as readers see it; a line break shows as a sign, a footnote by its words. */
export function drawnNode({ type, text, marks = [], attrs }: RichTextNode): ReactNode {
  if (type === "hardBreak")
    return (
      <>
        <span aria-hidden="true">↵</span>
        <br />
      </>
    )
  // Its words stand where its number would: they can be what was changed.
  if (type === "footnote") return <span className="diff-footnote"> [Footnote: {String(attrs?.text)}]</span>
  return marks.reduce<ReactNode>(marked, text)
}

/** A link shows where it leads, since that can be what was changed. */
function marked(words: ReactNode, { type, attrs }: NonNullable<RichTextNode["marks"]>[number]): ReactNode {
  switch (type) {
    case "bold":
      return <strong>{words}</strong>
    case "italic":
      return <em>{words}</em>
    case "strike":
      return <s>{words}</s>
    case "code":
      return <code>{words}</code>
    case "link":
      return (
        <span className="diff-link">
          {words} <bdi className="diff-address">({String(attrs?.href)})</bdi>
        </span>
      )
    default:
      return words
  }
}
