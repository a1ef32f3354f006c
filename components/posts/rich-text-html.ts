import { embedHtml, embedLink } from "@/components/posts/embed-html"
import type { FigureWriter } from "@/components/posts/figures"
import { Footnotes } from "@/components/posts/footnotes"
import { tableHtml } from "@/components/posts/table-html"
import type { RichTextNode } from "@/db/schema/posts"
import type { EmbedNode } from "@/lib/documents/embed-nodes"
import type { PictureNode } from "@/lib/documents/picture-nodes"
import { readRichText } from "@/lib/documents/rich-text"
import { leavesSite, safeLink } from "@/lib/documents/safe-link"
import { type Html, html } from "@/lib/text/html"

/**
 * A stored document as HTML; see `readRichText` for what becomes of parts it does not know. It is no tree of elements:
 * React writes each of those twice, and a story has dozens.
 * @param figure writes a picture
 * @param apart where each block says which way it runs, since nothing around it does
 * @param frames whether players of other sites stand in frames, and not as links
 * @param framed whether links open in the whole window, which those within the text must not
 */
export function richTextHtml(
  body: unknown,
  figure: FigureWriter,
  { apart = false, frames = !apart, framed = false }: Options = {},
): Html {
  const notes = new Footnotes(framed ? html` target="_self"` : html``)
  const page = { apart, frames, dir: apart ? html` dir="auto"` : html``, notes }
  const parts = readRichText(body).content ?? []
  const written = parts.map((node) => (isPictures(node) ? pictures(node, figure) : block(node, page)))
  return html`${written}${page.notes.list(page.dir)}`
}

type Options = { apart?: boolean; frames?: boolean; framed?: boolean }

/** What every part has to know of the text around it. */
type Page = { apart: boolean; frames: boolean; dir: Html; notes: Footnotes }

const isPictures = ({ type }: RichTextNode) => type === "picture" || type === "gallery"

function pictures({ type, attrs, content = [] }: RichTextNode, figure: FigureWriter): Html {
  if (type === "picture") return figure(attrs as PictureNode["attrs"], false)
  const figures = content.map(({ attrs }) => figure(attrs as PictureNode["attrs"], true))
  return html`<div class="gallery">${figures}</div>`
}

function block(node: RichTextNode, page: Page): Html {
  const { dir } = page
  const inside = (nodes = node.content ?? []) => nodes.map((one) => block(one, page))
  switch (node.type) {
    case "text":
      return (node.marks ?? []).reduce((words, mark) => marked(words, mark, page), html`${node.text ?? ""}`)
    case "hardBreak":
      return html`<br/>`
    case "footnote":
      return page.notes.mark(String(node.attrs?.text))
    case "embed": {
      const attrs = node.attrs as EmbedNode["attrs"]
      return page.frames ? embedHtml(attrs) : embedLink(attrs, dir)
    }
    case "heading":
      return headings[node.attrs?.level as 2 | 3 | 4](inside(), dir)
    case "bulletList":
      return html`<ul${dir}>${inside()}</ul>`
    case "orderedList": {
      const start = Number(node.attrs?.start)
      return html`<ol${start > 1 ? html` start="${start}"` : html``}${dir}>${inside()}</ol>`
    }
    case "listItem":
      return html`<li${dir}>${inside()}</li>`
    case "blockquote":
      return quotation(node.content ?? [], inside, dir)
    case "horizontalRule":
      return html`<hr/>`
    case "codeBlock":
      return html`<pre dir="ltr"><code>${inside()}</code></pre>`
    case "table":
      return tableHtml(node, inside, page)
    default:
      return boxes[node.type]?.(inside(), dir) ?? html`<p${dir}>${inside()}</p>`
  }
}

/** Words and their source; HTML keeps the source out of the quotation itself. */
function quotation(nodes: RichTextNode[], inside: (nodes: RichTextNode[]) => Html[], dir: Html): Html {
  const last = nodes.at(-1)
  if (last?.type !== "attribution") return html`<blockquote${dir}>${inside(nodes)}</blockquote>`
  const source = inside(last.content ?? [])
  return html`<figure class="quotation"><blockquote${dir}>${inside(nodes.slice(0, -1))}</blockquote><figcaption${dir}>${source}</figcaption></figure>`
}

/** Feeds show these without our style sheet, so that their elements have to say what they are. */
const boxes: Record<string, (words: Html[], dir: Html) => Html> = {
  pullQuote: (words, dir) => html`<blockquote class="pull-quote"${dir}><p${dir}>${words}</p></blockquote>`,
  question: (words, dir) => html`<p class="question"${dir}><strong>${words}</strong></p>`,
  notice: (words, dir) => html`<div class="notice" role="note"${dir}>${words}</div>`,
  keyPoints: (words, dir) =>
    html`<div class="key-points" role="note" aria-label="Key points"${dir}>${words}</div>`,
}

const headings: Record<2 | 3 | 4, (words: Html[], dir: Html) => Html> = {
  2: (words, dir) => html`<h2${dir}>${words}</h2>`,
  3: (words, dir) => html`<h3${dir}>${words}</h3>`,
  4: (words, dir) => html`<h4${dir}>${words}</h4>`,
}

type Mark = NonNullable<RichTextNode["marks"]>[number]

function marked(words: Html, { type, attrs }: Mark, { apart }: Page): Html {
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
      const kept = String(attrs?.href)
      // Away from its page a path leads nowhere.
      const href = apart ? (safeLink(kept) ?? kept) : kept
      return leavesSite(href)
        ? html`<a href="${href}" rel="noopener">${words}</a>`
        : html`<a href="${href}">${words}</a>`
    }
    default:
      return words
  }
}
