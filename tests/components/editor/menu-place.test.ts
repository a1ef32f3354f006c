import { expect, test } from "vitest"
import { menuPlace } from "@/components/editor/blocks/menu-place"

const room = {
  seen: { top: 100, bottom: 700 },
  box: { top: 50, left: 20, width: 600 },
  isRtl: false,
}
const line = (top: number) => ({ top, bottom: top + 28, left: 20, right: 20 })

test("the block menu stands under its line, and above it where the window ends", () => {
  expect(menuPlace({ ...room, line: line(200) })).toMatchObject({ top: 182, maxHeight: 288, left: 0 })
  expect(menuPlace({ ...room, line: line(660) })).toMatchObject({
    top: 606,
    translate: "0 -100%",
    maxHeight: 288,
  })
})

test("where neither side has room for all of it, it takes the larger one and no more", () => {
  const seen = { top: 100, bottom: 380 }
  expect(menuPlace({ ...room, seen, line: line(180) })).toMatchObject({ top: 162, maxHeight: 164 })
  const above = menuPlace({ ...room, seen, line: line(300) })
  expect(above).toMatchObject({ translate: "0 -100%", maxHeight: 192 })
})

test("it begins where the line does, and stays within the text's box", () => {
  expect(menuPlace({ ...room, line: { ...line(200), left: 60, right: 60 } }).left).toBe(40)
  expect(menuPlace({ ...room, line: { ...line(200), left: 610, right: 610 } }).left).toBe(360)
  expect(menuPlace({ ...room, isRtl: true, line: { ...line(200), left: 620, right: 620 } }).left).toBe(360)
})
