import { Extension } from "@tiptap/core"
import type { Node } from "@tiptap/pm/model"
import { Plugin } from "@tiptap/pm/state"
import { Decoration, DecorationSet } from "@tiptap/pm/view"
import { directionOf } from "@/lib/text/direction"

/** So far around a line its neighbours are looked for. */
const near = 2000

/**
 * Lets the line with the caret run as its neighbours do while it has no letter of its own: a style sheet would begin it at
 * the left, and the caret would jump there for each new line of a text in Arabic.
 */
export const lineDirection = Extension.create({
  name: "lineDirection",
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations: ({ doc, selection: { $head } }) => {
          if (!$head.parent.isTextblock || hasLetter($head.parent.textContent)) return null
          const [from, to] = [$head.before(), $head.after()]
          if (directionAround(doc, from, to) === "ltr") return null
          return DecorationSet.create(doc, [Decoration.node(from, to, { class: "runs-rtl" })])
        },
      },
    }),
  ],
})

function directionAround(doc: Node, from: number, to: number): "ltr" | "rtl" {
  const lines = (start: number, end: number) => doc.textBetween(start, end, "\n").split("\n")
  const before = lines(Math.max(0, from - near), from).findLast(hasLetter)
  const neighbour = before ?? lines(to, Math.min(doc.content.size, to + near)).find(hasLetter)
  return directionOf(neighbour ?? "")
}

function hasLetter(text: string): boolean {
  return /\p{L}/u.test(text)
}
