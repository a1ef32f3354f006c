import sharp from "sharp"
import { expect, test } from "vitest"
import { icoOf } from "@/lib/icons/ico"
import { iconSvg } from "@/lib/icons/icon-svg"

const shown = (name: string) => iconSvg({ name, accent: "#0055aa" })

test("an icon has the initials of the first two words, of letters that every machine can draw", () => {
  expect(shown("Half Past Three").match(/<path/g)).toHaveLength(2)
  expect(shown("The Éclair").match(/<path/g)).toHaveLength(1)
  expect(shown("الثالثة والنصف")).toBe(shown("新聞"))
  expect(shown("<b>&")).not.toContain("<b>")
})

test("an icon is drawn in the accent colour, with light letters in its middle", async () => {
  const { data, info } = await sharp(Buffer.from(shown("Half Past Three")), { density: 144 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const pixel = (x: number, y: number) => [...data.subarray((y * info.width + x) * 4).subarray(0, 3)]
  expect(pixel(Math.floor(info.width / 2), 2)).toEqual([0, 0x55, 0xaa])
  const light = [...Array(info.width).keys()].filter((x) => (pixel(x, info.height / 2)[0] ?? 0) > 200)
  expect(Math.min(...light)).toBeGreaterThan(2)
  expect(Math.max(...light)).toBeLessThan(info.width - 2)
})

test("the container names each size with where it lies", () => {
  const ico = icoOf([
    { size: 16, png: Buffer.from("one") },
    { size: 32, png: Buffer.from("other") },
  ])
  expect([ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([1, 2])
  expect([ico[6], ico[22]]).toEqual([16, 32])
  expect(ico.subarray(ico.readUInt32LE(34), ico.readUInt32LE(34) + ico.readUInt32LE(30)).toString()).toBe(
    "other",
  )
})
