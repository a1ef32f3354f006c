import { Node } from "@tiptap/core"
import { embedTarget } from "@/lib/documents/embed-url"
import { embedLimits } from "@/lib/documents/limits"

declare module "@tiptap/core" {
  interface Storage {
    embed: { ask: () => void }
  }
}

/** A player of another site; readers get it in a frame that asks nothing of anybody until they open it. */
export const embedNode = Node.create({
  name: "embed",
  group: "figure",
  atom: true,
  draggable: true,
  // Who asks for its address says so here: the form belongs to the page around the editor.
  addStorage: () => ({ ask: () => {} }),
  addAttributes: () => ({
    url: {
      default: "",
      parseHTML: (figure) => embedTarget(figure.dataset.embed)?.url ?? "",
      renderHTML: ({ url }) => ({ "data-embed": url }),
    },
    title: text("title"),
    author: text("author"),
  }),
  parseHTML: () => [
    { tag: "figure[data-embed]", getAttrs: ({ dataset }) => embedTarget(dataset.embed) !== null && null },
  ],
  renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes],
})

function text(name: "title" | "author") {
  return {
    default: "",
    parseHTML: ({ dataset }: HTMLElement) => (dataset[name] ?? "").slice(0, embedLimits[name]),
    renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
  }
}
