import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import type { Sharp } from "sharp"
import { afterAll, expect, test } from "vitest"
import { inspectImage, makeVariants } from "@/lib/media/images/images"
import { cornerColors, quarters, type Rgb } from "../../support/odd-pictures.ts"

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "picture-colors-"))
afterAll(() => fs.rmSync(folder, { recursive: true }))

/** What a reader's JPEG of a photograph holds. */
async function seen(photograph: Buffer): Promise<Rgb[]> {
  const into = fs.mkdtempSync(path.join(folder, "out-"))
  const file = path.join(into, "photograph.jpg")
  fs.writeFileSync(file, photograph)
  const inspected = await inspectImage(file)
  if (!inspected.ok) throw new Error(inspected.problem)
  const made = await makeVariants({ file, image: inspected.image }, { formats: ["jpeg"] }, into)
  if (!made.ok) throw new Error(made.problem)
  return cornerColors(made.variants[0]?.file ?? "")
}

/** By how much the worst of the colours misses, in steps of 256. */
function miss(found: readonly Rgb[], wanted: readonly Rgb[]): number {
  return Math.max(
    ...wanted.flatMap((color, at) => color.map((part, n) => Math.abs(part - (found[at]?.[n] ?? 999)))),
  )
}

const jpegOf = (picture: Sharp) => picture.jpeg({ quality: 100, chromaSubsampling: "4:4:4" }).toBuffer()

const muted: Rgb[] = [
  [200, 60, 60],
  [60, 170, 60],
  [70, 90, 150],
  [200, 190, 60],
]

test("a reader sees the colours of a phone's photograph in Display P3, and not its numbers", async () => {
  // The muted colours in Display P3, by the formulas of CSS Color 4.
  const numbers: Rgb[] = [
    [185, 71, 66],
    [93, 168, 75],
    [74, 89, 146],
    [198, 190, 84],
  ]
  const photograph = await jpegOf(quarters(64, 48, muted).withIccProfile("p3"))
  expect(miss(cornerColors(photograph), numbers)).toBeLessThanOrEqual(2)
  expect(miss(await seen(photograph), muted)).toBeLessThanOrEqual(5)
})

test("a reader sees a photograph for print as its inks look on paper", async () => {
  // Cyan, magenta, yellow and black of each quarter, and how they look by Little CMS, asked through Pillow.
  const inks: Inks[] = [
    [0, 228, 208, 45],
    [170, 0, 237, 21],
    [192, 146, 0, 56],
    [19, 10, 217, 41],
  ]
  const onPaper: Rgb[] = [
    [196, 44, 41],
    [61, 154, 49],
    [60, 83, 134],
    [201, 188, 34],
  ]
  const photograph = await jpegOf(quarters(64, 48, muted).withIccProfile("cmyk"))
  expect(miss(cornerColors(photograph), inks.map(withoutProfile))).toBeLessThanOrEqual(2)
  expect(miss(await seen(photograph), onPaper)).toBeLessThanOrEqual(5)
})

type Inks = readonly [cyan: number, magenta: number, yellow: number, black: number]

function withoutProfile([cyan, magenta, yellow, black]: Inks): Rgb {
  const left = (ink: number) => Math.round(((255 - ink) * (255 - black)) / 255)
  return [left(cyan), left(magenta), left(yellow)]
}
