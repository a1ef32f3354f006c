import { JSDOM } from "jsdom"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { Comparison } from "@/components/revisions/comparison"
import type { RichTextNode } from "@/db/schema/posts"
import type { Picture } from "@/lib/media/types"
import { noMetadata } from "@/lib/posts/metadata"
import type { Revision } from "@/lib/posts/revisions/queries"

test("a word that was changed is struck and its successor marked, and the words around them stand as they did", () => {
  const [before, after] = [version(p("The fair was dry.")), version(p("The fair was wet."))]
  const block = compare(before, after).querySelector(".diff-changed")
  expect(labelOf(block)).toBe("Changed")
  expect(told(block, "del")).toEqual(["[removed: dry]"])
  expect(told(block, "ins")).toEqual(["[added: wet]"])
  expect(told(block, "p.diff-line")).toEqual(["The fair was [removed: dry] [added: wet] ."])
})

test("a paragraph that became a list is shown as taken out and the list as put in, each whole", () => {
  const before = version(p("Before."), p("Bread and cheese."), p("After."))
  const after = version(p("Before."), list("Bread", "Cheese"), p("After."))
  const page = compare(before, after)
  const [removed, added, ...more] = page.querySelectorAll(".diff-block")
  expect(more).toEqual([])
  expect(labelOf(removed)).toBe("Removed")
  expect(told(removed, "del p")).toEqual(["Bread and cheese."])
  expect(labelOf(added)).toBe("Added")
  expect(told(added, "ins ul > li")).toEqual(["Bread", "Cheese"])
  // What stands around them is neither.
  const around = [...page.querySelectorAll(".prose")].filter((part) => !part.closest("ins, del"))
  expect(around.map(({ textContent }) => textContent)).toEqual(["Before.", "After."])
})

test("of a list that got another item, that item alone is marked", () => {
  const page = compare(version(list("Bread", "Cheese")), version(list("Bread", "Wine", "Cheese")))
  expect(labelOf(page.querySelector(".diff-changed"))).toBe("List changed")
  expect(told(page, "ins li")).toEqual(["Wine"])
  expect(told(page, "del")).toEqual([])
})

test("of a picture in the text that was replaced, both are shown, the old one as taken out", () => {
  const before = version(p("Before."), figure(1, "An empty pool"))
  const after = version(p("Before."), figure(2, "A full pool"))
  const page = compare(
    { ...before, pictures: { 1: picture("empty") } },
    { ...after, pictures: { 2: picture("full") } },
  )
  expect(shown(page, "del img")).toEqual([["/media/empty/960-0a1b2c3d.jpg", "An empty pool"]])
  expect(shown(page, "ins img")).toEqual([["/media/full/960-0a1b2c3d.jpg", "A full pool"]])
  expect(page.querySelectorAll("img")).toHaveLength(2)
})

test("of a lead picture that was replaced, both are shown with a word for which is which", () => {
  const lead = (id: number, folder: string, pictureAlt: string) => ({
    ...version(p("Words.")),
    leadMediaId: id,
    lead: picture(folder),
    pictureAlt,
  })
  const page = compare(lead(1, "empty", "An empty pool"), lead(2, "full", "A full pool"))
  const [removed, added] = page.querySelectorAll(".diff-lead")
  expect([labelOf(removed), labelOf(added)]).toEqual(["Lead picture removed", "Lead picture added"])
  expect(shown(removed, "img")).toEqual([["/media/empty/960-0a1b2c3d.jpg", "An empty pool"]])
  expect(shown(added, "img")).toEqual([["/media/full/960-0a1b2c3d.jpg", "A full pool"]])
  expect(told(page, ".diff-details dt")).toEqual(["Alt text of the lead picture changed"])
})

test("two versions that say the same are said to, and nothing in them is marked", () => {
  const page = compare(version(p("Words.")), version(p("Words.")))
  expect(page.querySelector("[role=status]")?.textContent).toBe("Both versions say the same.")
  expect(page.querySelector("ins, del")).toBeNull()
})

type Place = Document | Element | null | undefined

function compare(before: Revision, after: Revision): Document {
  return new JSDOM(renderToStaticMarkup(<Comparison before={before} after={after} />)).window.document
}

function labelOf(block: Place): string | undefined {
  return block?.querySelector(".diff-label")?.textContent ?? undefined
}

/** What is said in each place that a selector finds, as somebody hears it. */
function told(within: Place, selector: string): string[] {
  return [...(within?.querySelectorAll(selector) ?? [])].map(({ textContent }) =>
    (textContent ?? "").replace(/\s+/g, " ").trim(),
  )
}

function shown(within: Place, selector: string): (string | null)[][] {
  return [...(within?.querySelectorAll(selector) ?? [])].map((image) => [
    image.getAttribute("src"),
    image.getAttribute("alt"),
  ])
}

const text = (words: string): RichTextNode => ({ type: "text", text: words })
const p = (words: string): RichTextNode => ({ type: "paragraph", content: [text(words)] })
const list = (...items: string[]): RichTextNode => ({
  type: "bulletList",
  content: items.map((words) => ({ type: "listItem", content: [p(words)] })),
})
const figure = (mediaId: number, alt: string): RichTextNode => ({
  type: "picture",
  attrs: { mediaId, alt, decorative: false, caption: "", size: "normal" },
})

function picture(key: string): Picture {
  const file = { format: "jpeg" as const, width: 960, height: 640, bytes: 900, name: "960-0a1b2c3d.jpg" }
  const look = { width: 1200, height: 800, color: "#336699", focusX: 500, focusY: 500 }
  return { folder: `/media/${key}`, ...look, files: [file], alt: "", caption: "", credit: "" }
}

let made = 0

function version(...content: RichTextNode[]): Revision {
  return {
    id: ++made,
    kind: "sitting",
    name: "",
    by: "Eva",
    savedAt: new Date("2026-07-01T09:00:00Z"),
    publicFrom: null,
    publicUntil: null,
    title: "The pool",
    standfirst: "",
    slug: "the-pool",
    body: { type: "doc", content },
    bylines: [],
    tags: [],
    leadMediaId: null,
    lead: null,
    picture: "",
    pictureAlt: "",
    pictures: {},
    ...noMetadata,
  }
}
