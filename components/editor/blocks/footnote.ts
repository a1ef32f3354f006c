import { Node } from "@tiptap/core"
import { blockLimits } from "@/lib/documents/limits"

/** A footnote in a line; the style sheet counts them. */
export const footnoteNode = Node.create({
  name: "footnote",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({
    text: {
      default: "",
      parseHTML: (mark) => (mark.dataset.footnote ?? "").slice(0, blockLimits.footnote),
      renderHTML: ({ text }) => ({ "data-footnote": text, title: text }),
    },
  }),
  parseHTML: () => [{ tag: "sup[data-footnote]" }],
  renderHTML: ({ HTMLAttributes }) => ["sup", { ...HTMLAttributes, class: "footnote" }],
})
