import type { FigureWriter } from "@/components/posts/figures"
import type { RichTextNode } from "@/db/schema/posts"
import type { PictureNode } from "@/lib/documents/picture-nodes"
import { readRichText } from "@/lib/documents/rich-text"
import { leavesSite } from "@/lib/documents/safe-link"
import { type Html, html } from "@/lib/text/html"

/**
 * A stored document as HTML; see `readRichText` for what becomes of parts it does not know. It is no tree of elements:
 * React writes each of those twice, and a story has dozens.
 * @param figure writes a picture
 * @param apart where each block says which way it runs, since nothing around it does
 */
export function richTextHtml(body: unknown, figure: FigureWriter, { apart = false } = {}): Html {
  const dir = apart ? html` dir="auto"` : html``
  const parts = readRichText(body).content ?? []
  return html`${parts.map((node) => (isPictures(node) ? pictures(node, figure) : written(node, dir)))}`
}

const isPictures = ({ type }: RichTextNode) => type === "picture" || type === "gallery"

function pictures({ type, attrs, content = [] }: RichTextNode, figure: FigureWriter): Html {
  if (type === "picture") return figure(attrs as PictureNode["attrs"], false)
  const figures = content.map(({ attrs }) => figure(attrs as PictureNode["attrs"], true))
  return html`<div class="gallery">${figures}</div>`
}

const inside = ({ content = [] }: RichTextNode, dir: Html): Html[] =>
  content.map((node) => written(node, dir))

function written(node: RichTextNode, dir: Html): Html {
  const words = () => inside(node, dir)
  switch (node.type) {
    case "text":
      return (node.marks ?? []).reduce(marked, html`${node.text ?? ""}`)
    case "heading":
      return headings[node.attrs?.level as 2 | 3 | 4](words(), dir)
    case "bulletList":
      return html`<ul${dir}>${words()}</ul>`
    case "orderedList": {
      const start = Number(node.attrs?.start)
      return html`<ol${start > 1 ? html` start="${start}"` : html``}${dir}>${words()}</ol>`
    }
    case "listItem":
      return html`<li${dir}>${words()}</li>`
    case "blockquote":
      return html`<blockquote${dir}>${words()}</blockquote>`
    case "horizontalRule":
      return html`<hr/>`
    case "hardBreak":
      return html`<br/>`
    default:
      return html`<p${dir}>${words()}</p>`
  }
}

const headings: Record<2 | 3 | 4, (words: Html[], dir: Html) => Html> = {
  2: (words, dir) => html`<h2${dir}>${words}</h2>`,
  3: (words, dir) => html`<h3${dir}>${words}</h3>`,
  4: (words, dir) => html`<h4${dir}>${words}</h4>`,
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
