import type { RichTextNode } from "@/db/schema/posts"
import { readRichText } from "@/lib/documents/rich-text"
import { leavesSite } from "@/lib/documents/safe-link"
import { type Html, html } from "@/lib/text/html"

/**
 * A stored document as HTML; see `readRichText` for what becomes of parts it does not know. It is no tree of elements:
 * React writes each of those twice, and a story has dozens.
 */
export function richTextHtml(body: unknown): Html {
  return html`${inside(readRichText(body))}`
}

const inside = ({ content = [] }: RichTextNode): Html[] => content.map(written)

function written(node: RichTextNode): Html {
  switch (node.type) {
    case "text":
      return (node.marks ?? []).reduce(marked, html`${node.text ?? ""}`)
    case "heading":
      return headings[node.attrs?.level as 2 | 3 | 4](inside(node))
    case "bulletList":
      return html`<ul>${inside(node)}</ul>`
    case "orderedList": {
      const start = Number(node.attrs?.start)
      return start > 1 ? html`<ol start="${start}">${inside(node)}</ol>` : html`<ol>${inside(node)}</ol>`
    }
    case "listItem":
      return html`<li>${inside(node)}</li>`
    case "blockquote":
      return html`<blockquote>${inside(node)}</blockquote>`
    case "horizontalRule":
      return html`<hr/>`
    case "hardBreak":
      return html`<br/>`
    default:
      return html`<p>${inside(node)}</p>`
  }
}

const headings: Record<2 | 3 | 4, (words: Html[]) => Html> = {
  2: (words) => html`<h2>${words}</h2>`,
  3: (words) => html`<h3>${words}</h3>`,
  4: (words) => html`<h4>${words}</h4>`,
}

function marked(words: Html, { type, attrs }: NonNullable<RichTextNode["marks"]>[number]): Html {
  switch (type) {
    case "bold":
      return html`<strong>${words}</strong>`
    case "italic":
      return html`<em>${words}</em>`
    case "strike":
      return html`<s>${words}</s>`
    case "code":
      return html`<code>${words}</code>`
    case "link": {
      const href = String(attrs?.href)
      return leavesSite(href)
        ? html`<a href="${href}" rel="noopener">${words}</a>`
        : html`<a href="${href}">${words}</a>`
    }
    default:
      return words
  }
}
