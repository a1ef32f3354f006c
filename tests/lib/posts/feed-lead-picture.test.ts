import { expect, test } from "vitest"
import { feedHtml } from "@/components/posts/feed-html"
import type { Picture } from "@/lib/media/types"

const lead: Picture = {
  folder: "/media/abcdefghijklmnopqrstuvwxyz",
  width: 1200,
  height: 800,
  color: "#336699",
  files: [{ format: "jpeg", width: 960, height: 640, bytes: 9, name: "960-00000000.jpg" }],
  focusX: 500,
  focusY: 500,
  alt: "The library's own",
  caption: "The quay at <dawn>",
  credit: "Ada & Obi",
}

/** What a feed carries of a story with this lead picture. */
function carried(picture: Partial<Picture> = {}): string {
  const story = { body: { type: "doc" }, pictures: {}, corrections: [], picture: "", pictureAlt: "A quay" }
  return feedHtml({ ...story, lead: { ...lead, ...picture } }, "https://paper.example")
}

const image =
  '<img src="https://paper.example/media/abcdefghijklmnopqrstuvwxyz/960-00000000.jpg" alt="A quay" width="1200" height="800"/>'

test("a reader of the feed sees under the lead picture what it shows and whom to credit", () => {
  expect(carried()).toBe(
    `<figure>${image}<figcaption class="picture-caption" dir="auto">The quay at &lt;dawn&gt; · <bdi class="picture-credit">Ada &amp; Obi</bdi></figcaption></figure>`,
  )
})

test.each([
  ["a caption alone", { credit: "" }, "The quay at &lt;dawn&gt;"],
  ["a credit alone", { caption: "" }, '<bdi class="picture-credit">Ada &amp; Obi</bdi>'],
])("%s stands under a feed's lead picture without a mark that parts it from nothing", (_, words, said) => {
  expect(carried(words)).toContain(`<figcaption class="picture-caption" dir="auto">${said}</figcaption>`)
})

test("a feed's lead picture of which nothing is said has no empty line under it", () => {
  expect(carried({ caption: "", credit: "" })).toBe(`<figure>${image}</figure>`)
})
