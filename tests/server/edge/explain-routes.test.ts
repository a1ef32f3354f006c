import { expect, test } from "vitest"
import { droppedBy, routeLines } from "../../../server/edge/explain-routes.ts"

test("an engineer reads who may open an address, how large its form may be, and what drops it", () => {
  expect(
    routeLines()
      .find((line) => line.startsWith("/posts/[slug]/report/[id] "))
      ?.split(/ {2,}/),
  ).toEqual([
    "/posts/[slug]/report/[id]",
    "anyone",
    "–",
    "16 kB",
    "frame house-rules title:[slug] comment:[id] everything",
  ])
  expect(routeLines().find((line) => line.startsWith("/desk/log "))).toMatch(/log\.read .* not held$/)
})

test.each([
  ["comment:41", ["/posts/[slug]/comment/[id]", "/posts/[slug]/reply/[id]", "/posts/[slug]/report/[id]"]],
  ["list:/tags/food", ["/tags/[slug]", "/tags/[slug]/feed.xml"]],
  ["report", ["/moderation"]],
  ["newsletter", ["/posts/[slug]"]],
])("and which pages %s drops", (tag, patterns) => {
  const [, ...lines] = droppedBy(tag)
  expect(lines.map((line) => line.split(" ")[0])).toEqual(patterns)
})

test("a tag that no page carries is said to drop nothing", () => {
  expect(droppedBy("nothing:x")).toEqual(["No page carries nothing:x: nothing is dropped."])
})
