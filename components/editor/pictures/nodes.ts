import { Node } from "@tiptap/core"

declare module "@tiptap/core" {
  interface Storage {
    picture: {
      /** Opens the library to choose pictures. */
      ask: (asGallery: boolean) => void
      /** Has screen readers say where something went. */
      tell: (sentence: string) => void
    }
  }
}

type Attribute = { name: string; default: string | boolean }
const texts: Attribute[] = [
  { name: "alt", default: "" },
  { name: "caption", default: "" },
  { name: "size", default: "normal" },
]

/** A picture of the library; which files it has the library says. */
export const pictureNode = Node.create({
  name: "picture",
  group: "figure",
  atom: true,
  draggable: true,
  // The library and what is read out belong to the page around the editor, which puts its own here.
  addStorage: () => ({ ask: () => {}, tell: () => {} }),
  addAttributes: () => ({
    mediaId: {
      isRequired: true,
      parseHTML: (figure) => Number(figure.dataset.media),
      renderHTML: ({ mediaId }) => ({ "data-media": mediaId }),
    },
    ...Object.fromEntries(
      texts.map(({ name, default: value }) => [
        name,
        {
          default: value,
          parseHTML: (figure: HTMLElement) => figure.dataset[name] ?? value,
          renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
        },
      ]),
    ),
    decorative: {
      default: false,
      parseHTML: (figure) => figure.dataset.decorative === "true",
      renderHTML: ({ decorative }) => ({ "data-decorative": String(decorative) }),
    },
  }),
  // Only what a copy within the editor makes; the picture of another page is no picture of the library.
  parseHTML: () => [{ tag: "figure[data-media]", getAttrs: (figure) => isOurs(figure) && null }],
  renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes],
})

const isOurs = ({ dataset }: HTMLElement) => /^[1-9]\d{0,14}$/.test(dataset.media ?? "")

/** Pictures side by side. A gallery with one picture left is shown as that picture; an empty one is removed. */
export const galleryNode = Node.create({
  name: "gallery",
  group: "figure",
  content: "picture*",
  isolating: true,
  draggable: true,
  parseHTML: () => [{ tag: "div[data-gallery]" }],
  renderHTML: () => ["div", { "data-gallery": "", class: "gallery" }, 0],
})
