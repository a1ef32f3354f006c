import { expect, test } from "vitest"
import { nextTitle } from "@/components/editor/editor-heading"

test("a tab is named after the story that is written in it, and still says whose desk it is", () => {
  const first = nextTitle("New story – The Weir desk", { before: "New story", now: "Rain – again" })
  expect(first).toBe("Rain – again – The Weir desk")
  expect(nextTitle(first, { before: "Rain – again", now: "Sun" })).toBe("Sun – The Weir desk")
})
