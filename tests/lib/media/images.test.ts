import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { deflateSync } from "node:zlib"
import sharp from "sharp"
import { afterAll, describe, expect, test } from "vitest"
import { inspectImage, makeCrop, makeVariants } from "@/lib/media/images/images"
import { imageLimits, variantWidths } from "@/lib/media/images/limits"
import { imageRefusal } from "@/lib/media/images/messages"
import { imageProcessId } from "@/lib/media/images/process"
import {
  chunk,
  corners,
  hugePng,
  kinds,
  plain,
  quarters,
  upright,
  withSubDirectory,
} from "../../support/odd-pictures.ts"

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "images-"))
afterAll(() => fs.rmSync(folder, { recursive: true }))
let count = 0

function save(bytes: Buffer, name = `${++count}.bin`): string {
  const file = path.join(folder, name)
  fs.writeFileSync(file, bytes)
  return file
}

function emptyFolder(): string {
  return fs.mkdtempSync(path.join(folder, "out-"))
}

async function problemOf(bytes: Buffer, name?: string): Promise<string> {
  const answer = await inspectImage(save(bytes, name))
  return answer.ok ? "taken" : answer.problem
}

async function variantsOf(bytes: Buffer, wanted: Parameters<typeof makeVariants>[1] = {}) {
  const file = save(bytes)
  const inspected = await inspectImage(file)
  if (!inspected.ok) throw new Error(inspected.problem)
  const made = await makeVariants({ file, image: inspected.image }, wanted, emptyFolder())
  if (!made.ok) throw new Error(made.problem)
  return { image: inspected.image, variants: made.variants, usage: made.usage }
}

async function jpegCorners(bytes: Buffer): Promise<string> {
  const { variants } = await variantsOf(bytes, { formats: ["jpeg"] })
  return corners(variants[0]?.file ?? "")
}

test.each(upright.map((seen, at) => [at + 1, seen] as const))(
  "a photo of orientation %i is shown upright",
  async (orientation, seen) => {
    const photo = await quarters().jpeg({ quality: 95 }).withMetadata({ orientation }).toBuffer()
    expect(await jpegCorners(photo)).toBe(seen)
    const answer = await inspectImage(save(photo))
    expect(answer).toMatchObject({ image: orientation < 5 ? { width: 64 } : { width: 48 } })
  },
)

test.each(Object.entries(kinds))("a %s keeps its colours", async (_, make) => {
  const { variants, image } = await variantsOf(await make().toBuffer())
  const still = variants.find(({ format }) => format === "jpeg")
  expect(corners(still?.file ?? "")).toBe("RGBW")
  expect(variants.map(({ format }) => format)).toEqual(["jpeg", "webp", "avif"])
  expect(image.color).toMatch(/^#[0-9a-f]{6}$/)
})

test("a photo for print, in CMYK, keeps its red and its white", async () => {
  const print = await quarters().toColourspace("cmyk").withIccProfile("cmyk").jpeg({ quality: 95 }).toBuffer()
  expect((await sharp(print).metadata()).space).toBe("cmyk")
  expect(await jpegCorners(print)).toMatch(/^R.*W$/)
})

test("grey with transparency stands on white in JPEG, and stays transparent in WebP and AVIF", async () => {
  const grey = await sharp({ create: { width: 40, height: 40, channels: 4, background: "#80808000" } })
    .toColourspace("b-w")
    .png()
    .toBuffer()
  const { variants } = await variantsOf(grey)
  const alpha = await Promise.all(variants.map(async ({ file }) => (await sharp(file).metadata()).hasAlpha))
  expect(alpha).toEqual([false, true, true])
  expect(corners(variants[0]?.file ?? "")).toBe("WWWW")
})

test.each(["gif", "webp"] as const)(
  "an animated %s moves in WebP and stands still elsewhere",
  async (format) => {
    const frames = await Promise.all(
      ["#f00", "#0f0", "#00f"].map((background) => plain(200, 100, background)),
    )
    const animation = await sharp(frames, { join: { animated: true } })
      .toFormat(format)
      .toBuffer()
    const { image, variants } = await variantsOf(animation, { widths: [100] })
    expect(image).toMatchObject({ animated: true, pages: 3, width: 200, height: 100 })
    const pages = await Promise.all(
      variants.map(async ({ file }) => (await sharp(file, { animated: true }).metadata()).pages ?? 1),
    )
    expect(pages).toEqual([1, 3, 1])
    expect(variants.map(({ width, height }) => [width, height])).toEqual([
      [100, 50],
      [100, 50],
      [100, 50],
    ])
    expect(corners(variants[0]?.file ?? "")).toBe("RRRR")
  },
)

test("a ladder has no width above the picture's own", () => {
  const height = 500
  expect(variantWidths({ width: 99, height })).toEqual([99])
  expect(variantWidths({ width: 700, height })).toEqual([160, 320, 480, 640, 700])
  expect(variantWidths({ width: 4000, height }).at(-1)).toBe(2000)
})

test("a camera's raw file is refused, whatever it is called, and is not shown as its thumbnail", async () => {
  const tiff = await sharp(await plain(40, 30, "#468"))
    .tiff({ compression: "none" })
    .toBuffer()
  expect(await problemOf(tiff)).toBe("taken")
  expect(await problemOf(withSubDirectory(tiff), "photograph.tif")).toBe("raw-photograph")
  expect(imageRefusal("photograph.nef", "raw-photograph")).toContain("raw file")
})

test("a strip taller than WebP and AVIF can be is made in all formats, as wide as they allow", async () => {
  const { variants } = await variantsOf(await plain(50, 17_000, "#468"))
  expect(variants.map(({ format, width }) => `${format} ${width}`)).toEqual(["jpeg 47", "webp 47", "avif 47"])
})

test("a thumbnail of 99 pixels gets a file of that size, and nothing is made larger than it is", async () => {
  const { variants } = await variantsOf(await plain(300, 200, "#246"), {
    widths: [99, 640],
    formats: ["jpeg"],
  })
  expect(variants.map(({ width, height }) => [width, height])).toEqual([
    [99, 66],
    [300, 200],
  ])
})

test.each([
  [10_000, 1],
  [1, 10_000],
  [1, 1],
])("a picture of %i × %i pixels gets its variants", async (width, height) => {
  const { variants } = await variantsOf(await plain(width, height, "#123456"), { widths: [1, 160] })
  expect(variants.length).toBeGreaterThan(0)
})

test.each([
  ["in the upper left", { x: 0, y: 0 }, "RGRG"],
  ["in the lower right", { x: 1, y: 1 }, "BWBW"],
])("a crop for sharing keeps the focus %s", async (_, focus, seen) => {
  const file = save(await quarters(400, 600).png().toBuffer())
  const made = await makeCrop(file, { width: 1200, height: 630, focus }, emptyFolder())
  if (!made.ok) throw new Error(made.problem)
  expect(made.variants[0]).toMatchObject({ width: 1200, height: 630, format: "jpeg" })
  expect(corners(made.variants[0]?.file ?? "")).toBe(seen)
})

describe("what a file says about its maker", () => {
  test("is kept as text, and leaves the picture", async () => {
    const photo = await quarters()
      .withExif({ IFD0: { Artist: "Zoe Muller", ImageDescription: "The quay", Copyright: "Private 12" } })
      .jpeg()
      .toBuffer()
    const { image, variants } = await variantsOf(photo)
    expect(image).toMatchObject({ credit: "Zoe Muller", description: "The quay" })
    for (const { file } of variants) {
      const { exif, iptc, xmp, icc } = await sharp(file).metadata()
      expect([exif, iptc, xmp, icc]).toEqual([undefined, undefined, undefined, undefined])
      expect(fs.readFileSync(file).includes("Private")).toBe(false)
    }
  })

  test("is found in XMP, without its markup and without controls", async () => {
    const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>Ada\u202e &lt;b&gt;Roe</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`
    const answer = await inspectImage(save(await quarters().withXmp(xmp).jpeg().toBuffer()))
    expect(answer).toMatchObject({ image: { credit: "Ada <b>Roe" } })
  })
})

describe("a hostile or broken file is refused", () => {
  const ftyp = (brand: string) => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0${brand}mif1`, "latin1")

  test.each([
    ["empty", Buffer.alloc(0), "empty"],
    ["an SVG", Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), "svg"],
    ["a PDF", Buffer.from("%PDF-1.7\n"), "pdf"],
    ["a page", Buffer.from("<!doctype html><script>alert(1)</script>"), "not-a-picture"],
    ["a video called .jpg", ftyp("isom"), "video"],
    ["a photo in HEIC", ftyp("heic"), "heic"],
    ["an AVIF that moves, which would stand still", ftyp("avis"), "moving"],
    ["a format of another program", Buffer.from("8BPS\0\x01"), "not-a-picture"],
    ["only the start of a JPEG", Buffer.from("ffd8ffe0", "hex"), "broken"],
    ["larger than 40 MB", Buffer.alloc(41 * 1024 * 1024), "file-too-large"],
    ["a PNG of 50,000 × 50,000", hugePng(50_000, 50_000), "too-wide"],
    ["a PNG of 19,000 × 19,000", hugePng(19_000, 19_000), "too-many-pixels"],
  ])("%s", async (_, bytes, problem) => {
    expect(await problemOf(bytes, `${++count}.jpg`)).toBe(problem)
  })

  test.each(["jpeg", "png", "webp", "gif", "avif", "tiff"] as const)(
    "a %s cut off at any tenth",
    async (format) => {
      const noise = { type: "gaussian", mean: 128, sigma: 40 } as const
      const whole = await sharp({
        create: { width: 160, height: 120, channels: 3, background: "#000", noise },
      })
        .toFormat(format)
        .toBuffer()
      for (let tenth = 1; tenth < 10; tenth++) {
        const part = whole.subarray(0, Math.floor((whole.length * tenth) / 10))
        expect(await problemOf(part), `${tenth} tenths`).toBe("broken")
      }
      expect(await problemOf(whole)).toBe("taken")
    },
  )

  test.each(["gif", "webp"] as const)("a moving %s cut off at any tenth", async (format) => {
    const frames = await Promise.all(["#f00", "#0f0", "#00f"].map((color) => plain(90, 60, color)))
    const whole = await sharp(frames, { join: { animated: true } })
      .toFormat(format)
      .toBuffer()
    for (let tenth = 1; tenth < 10; tenth++) {
      const part = whole.subarray(0, Math.floor((whole.length * tenth) / 10))
      expect(await problemOf(part), `${tenth} tenths`).toBe("broken")
    }
    expect(await problemOf(whole)).toBe("taken")
  })

  test("a PNG that moves, since it would stand still, and not one of a single frame", async () => {
    const png = await plain(8, 8, "#fff")
    const framed = (frames: number) => {
      const control = chunk("acTL", Buffer.from([0, 0, 0, frames, 0, 0, 0, 0]))
      return Buffer.concat([png.subarray(0, 33), control, png.subarray(33)])
    }
    expect(await problemOf(framed(3), "dance.png")).toBe("moving")
    expect(await problemOf(framed(1), "still.png")).toBe("taken")
  })

  test.each(["iCCP", "zTXt"])("or taken without harm: a bomb in %s", async (type) => {
    const bomb = Buffer.concat([Buffer.from("name\0\0"), deflateSync(Buffer.alloc(200 * 1024 * 1024))])
    const png = await plain(8, 8, "#fff")
    const found = await problemOf(Buffer.concat([png.subarray(0, 33), chunk(type, bomb), png.subarray(33)]))
    expect(["taken", "broken"]).toContain(found)
    expect(await problemOf(png)).toBe("taken")
  })
})

test.each([
  ["GIF", "alert('planted')"],
  ["JPEG", "PK\x03\x04planted"],
  ["PNG", "<html>planted"],
])("what is hidden behind a %s is in none of its variants", async (format, hidden) => {
  const picture = await quarters()
    .toFormat(format.toLowerCase() as "gif" | "jpeg" | "png")
    .toBuffer()
  const { variants } = await variantsOf(Buffer.concat([picture, Buffer.from(hidden, "latin1")]))
  for (const { file } of variants) expect(fs.readFileSync(file).includes("planted")).toBe(false)
})

test("a decoding process that is killed costs its own file only, and leaves nothing half written", async () => {
  const file = save(await plain(3000, 2000, "#468"))
  const into = emptyFolder()
  const running = makeVariants({ file, image: { width: 3000, height: 2000, animated: false } }, {}, into)
  const watcher = fs.watch(into)
  await new Promise((resolve) => watcher.once("change", resolve))
  watcher.close()
  process.kill(imageProcessId() ?? 0, "SIGKILL")
  expect(await running).toMatchObject({ ok: false, problem: "crashed" })
  for (const name of fs.readdirSync(into)) {
    expect(name).toMatch(/^\d+\.(jpg|webp|avif)$/)
    await sharp(path.join(into, name)).stats()
  }
  expect(await problemOf(await plain(9, 9, "#fff"))).toBe("taken")
})

// Only Linux has priorities of threads, and a list of them.
test.runIf(process.platform === "linux")(
  "no thread that decodes pictures takes turns from those that answer readers",
  async () => {
    const pid = await keptProcess()
    const usual = os.getPriority(process.pid)
    const threads = fs.readdirSync(`/proc/${pid}/task`).map(Number)
    expect(threads.length).toBeGreaterThan(5)
    expect(threads.filter((thread) => (priorityOf(thread) ?? 20) <= usual)).toEqual([])
  },
)

test("small pictures are decoded by one process, however much the app itself holds", async () => {
  const held = Buffer.alloc(400_000_000, 1)
  await endProcess()
  const begunMeanwhile = await keptProcess()
  await variantsOf(await plain(100, 70, "#579"))
  expect(await keptProcess()).toBe(begunMeanwhile)
  expect(held).toHaveLength(400_000_000)
})

/** The first of two pictures may end a process that has grown under others before. */
async function keptProcess(): Promise<number> {
  for (let time = 0; time < 2; time++) await variantsOf(await plain(100, 70, "#468"))
  const pid = imageProcessId()
  if (!pid) throw new Error("A small picture ended the process that decoded it.")
  return pid
}

async function endProcess(): Promise<void> {
  const usual = imageLimits.memory
  imageLimits.memory = 1
  try {
    expect(await problemOf(await plain(9000, 9000, "#579"))).toBe("too-much-memory")
  } finally {
    imageLimits.memory = usual
  }
}

/** Null of a thread that has ended meanwhile. */
function priorityOf(thread: number): number | null {
  try {
    return os.getPriority(thread)
  } catch {
    return null
  }
}

test.each([
  ["too much memory", "memory", "too-much-memory"],
  ["too long", "inspectMs", "too-slow"],
] as const)("a file that takes %s is refused, and the next one is read", async (_, limit, problem) => {
  const usual = imageLimits[limit]
  const large = await plain(9000, 9000, "#579")
  expect(await problemOf(await plain(9, 9, "#fff"))).toBe("taken")
  imageLimits[limit] = 1
  try {
    expect(await problemOf(large)).toBe(problem)
  } finally {
    imageLimits[limit] = usual
  }
  expect(await problemOf(await plain(9, 9, "#fff"))).toBe("taken")
})

test("fifty million pixels stay within the memory a decoding process may take", async () => {
  const large = await sharp({ create: { width: 8700, height: 5800, channels: 3, background: "#579" } })
    .jpeg()
    .toBuffer()
  const { variants } = await variantsOf(large, { widths: [960], formats: ["jpeg"] })
  expect(variants[0]).toMatchObject({ width: 960, height: 640 })
})

test.each([
  ["../../etc/passwd", "“passwd” "],
  ["C:\\fotos\\фото.heic", "“фото.heic” "],
  ["写真\u0000\u001b[2J\u202egpj.heic", "“写真[2Jgpj.heic” "],
  ["صورة.jpg", "“صورة.jpg” "],
  ["\u200b", "“The file” "],
])("a refusal names the file %j, cleaned", (name, start) => {
  expect(imageRefusal(name, "heic").startsWith(start)).toBe(true)
  expect(imageRefusal(`${"long ".repeat(400)}.heic`, "heic").length).toBeLessThan(200)
})
