import { Node, type NodeConfig } from "@tiptap/core"

/** What stands between the blocks of a text and never within one. */
const box = "box"

/** A sentence of the text in large letters. */
export const pullQuoteNode = lineNode({
  name: "pullQuote",
  tag: "blockquote",
  className: "pull-quote",
  group: box,
})

/** Of an interview; the answer is what follows. */
export const questionNode = lineNode({ name: "question", tag: "p", className: "question", group: box })

/** Who said what is quoted: the last line of a quotation. */
export const attributionNode = lineNode({ name: "attribution", tag: "p", className: "attribution" })

export const noticeNode = boxNode("notice", "notice")
export const keyPointsNode = boxNode("keyPoints", "key-points")

type Line = { name: string; tag: string; className: string; group?: string }

function lineNode({ name, tag, className, group }: Line) {
  return Node.create({
    name,
    ...(group ? { group } : {}),
    content: "inline*",
    defining: true,
    // Before the rules of the elements that it looks like.
    parseHTML: () => [{ tag: `${tag}.${className}`, priority: 60 }],
    renderHTML: () => [tag, { class: className }, 0],
  } satisfies NodeConfig)
}

function boxNode(name: string, className: string) {
  return Node.create({
    name,
    group: box,
    content: "block*",
    defining: true,
    parseHTML: () => [{ tag: `div.${className}` }],
    renderHTML: () => ["div", { class: className, role: "note" }, 0],
  })
}
