import { Node } from "@tiptap/core"
import { blockLimits } from "@/lib/documents/limits"

declare module "@tiptap/core" {
  interface Storage {
    footnote: { ask: () => void }
  }
}

/** A footnote in a line; the style sheet counts them. */
export const footnoteNode = Node.create({
  name: "footnote",
  group: "inline",
  inline: true,
  atom: true,
  // Who asks for its words says so here: the form belongs to the page around the editor.
  addStorage: () => ({ ask: () => {} }),
  addKeyboardShortcuts() {
    return {
      "Mod-Alt-f": () => {
        this.storage.ask()
        return true
      },
    }
  },
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
