import { deflateSync } from "node:zlib"
import sharp from "sharp"
import { chunk, hugePng, kinds, plain, quarters, upright, withSubDirectory } from "./odd-pictures.ts"

/** A file for the library, and what must become of it. */
export type OddUpload = {
  name: string
  content: Buffer
  /** The corners that readers see; "any" where a picture has none to compare; "either" where it may be refused too. */
  becomes: { corners: string } | { refused: string } | "any" | "either"
}

const formats = ["jpeg", "png", "webp", "gif", "avif", "tiff"] as const

/** Two hundred files that people and attackers send. */
export async function oddUploads(): Promise<OddUpload[]> {
  const lists = [turned, coloured, cutOff, wronglyNamed, hiding, bombs, shapes, noPictures, strangeNames]
  return (await Promise.all(lists.map((list) => list()))).flat()
}

function turned(): Promise<OddUpload[]> {
  const all = upright.flatMap((corners, at) =>
    (["jpeg", "webp", "tiff"] as const).map(async (format) => {
      const content = await quarters(64 + at, 48)
        .toFormat(format, { quality: 95 })
        .withMetadata({ orientation: at + 1 })
        .toBuffer()
      return { name: `turned-${at + 1}.${format}`, content, becomes: { corners } }
    }),
  )
  return Promise.all(all)
}

async function coloured(): Promise<OddUpload[]> {
  const all = Object.entries(kinds).map(async ([name, make]) => ({
    name,
    content: await make().toBuffer(),
    becomes: { corners: "RGBW" },
  }))
  const print = await quarters().toColourspace("cmyk").withIccProfile("cmyk").jpeg().toBuffer()
  return [...(await Promise.all(all)), { name: "print.jpg", content: print, becomes: "any" }]
}

async function cutOff(): Promise<OddUpload[]> {
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const
  const still = sharp({ create: { width: 150, height: 120, channels: 3, background: "#000", noise } })
  const moving = await Promise.all(["#f00", "#0f0", "#00f"].map((color) => plain(90, 60, color)))
  const wholes = [
    ...formats.map(async (format) => ({
      name: format,
      whole: await still.clone().toFormat(format).toBuffer(),
    })),
    ...(["gif", "webp"] as const).map(async (format) => ({
      name: `moving-${format}`,
      whole: await sharp(moving, { join: { animated: true } })
        .toFormat(format)
        .toBuffer(),
    })),
  ]
  return (await Promise.all(wholes)).flatMap(({ name, whole }) =>
    Array.from({ length: 10 }, (_, tenth): OddUpload => {
      const content = whole.subarray(0, Math.floor((whole.length * (tenth + 1)) / 10))
      const becomes = tenth === 9 ? "any" : { refused: "is damaged or incomplete" }
      return { name: `${name}-${tenth + 1}.jpg`, content, becomes }
    }),
  )
}

function wronglyNamed(): Promise<OddUpload[]> {
  const all = formats.flatMap((format, at) =>
    ["html", "svg", "exe", "php"].map(async (ending, other) => ({
      name: `${format}.${ending}`,
      content: await quarters(80 + at, 60 + other)
        .toFormat(format)
        .toBuffer(),
      becomes: { corners: "RGBW" },
    })),
  )
  return Promise.all(all)
}

/** Pictures that are something else too. */
function hiding(): Promise<OddUpload[]> {
  const tails = {
    page: "<html><script>planted",
    zip: "PK\x03\x04planted",
    script: "*/planted=1/*",
    php: "<?php planted",
  }
  const all = Object.entries(tails).flatMap(([kind, tail], at) =>
    (["gif", "jpeg", "png"] as const).map(async (format) => {
      const picture = await quarters(100 + at, 70)
        .toFormat(format)
        .toBuffer()
      const content = Buffer.concat([picture, Buffer.from(tail, "latin1")])
      return { name: `${kind}.${format}`, content, becomes: { corners: "RGBW" } }
    }),
  )
  return Promise.all(all)
}

async function bombs(): Promise<OddUpload[]> {
  const zeros = Buffer.concat([Buffer.from("name\0\0"), deflateSync(Buffer.alloc(200 * 1024 * 1024))])
  const png = await plain(9, 8, "#fff")
  const inside = ["iCCP", "zTXt"].map(
    (type): OddUpload => ({
      name: `${type}.png`,
      content: Buffer.concat([png.subarray(0, 33), chunk(type, zeros), png.subarray(33)]),
      becomes: "either",
    }),
  )
  const frame = await plain(2, 2, "#f00")
  const other = await plain(2, 2, "#00f")
  const frames = Array.from({ length: 302 }, (_, at) => (at % 2 ? frame : other))
  const long = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
  return [
    ...inside,
    { name: "vast.png", content: hugePng(50_000, 50_000), becomes: { refused: "pixels wide or high" } },
    { name: "large.png", content: hugePng(19_000, 19_000), becomes: { refused: "million pixels" } },
    { name: "empty-inside.png", content: hugePng(4000, 4000), becomes: { refused: "damaged or incomplete" } },
    { name: "long.gif", content: long, becomes: { refused: "too long an animation" } },
  ]
}

async function shapes(): Promise<OddUpload[]> {
  const sizes = [
    [10_000, 1],
    [1, 10_000],
    [1, 1],
    [50, 17_000],
  ] as const
  const all = sizes.map(async ([width, height]): Promise<OddUpload> => {
    return { name: `${width}-${height}.png`, content: await plain(width, height, "#135"), becomes: "any" }
  })
  const large = await sharp({ create: { width: 8700, height: 5800, channels: 3, background: "#579" } })
    .jpeg()
    .toBuffer()
  return [...(await Promise.all(all)), { name: "fifty-megapixels.jpg", content: large, becomes: "any" }]
}

async function noPictures(): Promise<OddUpload[]> {
  const tiff = await sharp(await plain(40, 30, "#468"))
    .tiff({ compression: "none" })
    .toBuffer()
  const ftyp = (brand: string) => `\0\0\0\x18ftyp${brand}\0\0\0\0${brand}mif1`
  const unread = "is not a picture we can read"
  const texts: [string, string, string][] = [
    ["nothing.jpg", "", "is empty"],
    ["one-byte.jpg", "\xff", unread],
    ["start.jpg", "\xff\xd8\xff\xe0", "is damaged or incomplete"],
    ["page.jpg", "<!doctype html><script>alert(1)</script>", unread],
    ["drawing.png", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "is an SVG"],
    ["drawing.svg", '<?xml version="1.0"?><!DOCTYPE svg><svg onload="alert(1)"/>', "is an SVG"],
    ["paper.jpg", "%PDF-1.7\n", "is a PDF"],
    ["film.jpg", ftyp("isom"), "is a video"],
    ["phone.jpg", ftyp("heic"), "HEIC"],
    ["layers.jpg", "8BPS\0\x01", unread],
    ["archive.jpg", "PK\x03\x04", unread],
    ["program.jpg", "MZ\x90\0", unread],
    ["program.png", "\x7fELF", unread],
    ["bitmap.bmp", "BM\x36\0\0\0", unread],
    ["script.gif", "alert(1)", unread],
    ["code.php", "<?php phpinfo();", unread],
    ["letter.webp", "RIFF\0\0\0\0WAVE", unread],
    ["gif-script.gif", "GIF89a/*planted*/=1;alert(1)", "is damaged or incomplete"],
  ]
  return [
    { name: "camera.jpg", content: withSubDirectory(tiff), becomes: { refused: "raw file" } },
    ...texts.map(([name, text, refused]): OddUpload => {
      return { name, content: Buffer.from(text, "latin1"), becomes: { refused } }
    }),
  ]
}

function strangeNames(): Promise<OddUpload[]> {
  const names = [
    "../../etc/passwd",
    "..\\..\\boot.ini",
    "C:\\photos\\quay.jpg",
    "/absolute.jpg",
    "写真.jpg",
    "фото.jpg",
    "صورة.jpg",
    "תמונה.jpg",
    "चित्र.jpg",
    "ภาพ.jpg",
    "사진.jpg",
    "φωτογραφία.jpg",
    "նկար.jpg",
    "ሥዕል.jpg",
    "🏞️.jpg",
    "é́́́́.jpg",
    "a\u202egpj.exe",
    "\u200b.jpg",
    "CON",
    ".htaccess",
    "%2e%2e%2fquay.jpg",
    "a'b.jpg",
    "<b>bold</b>.jpg",
    `${"long".repeat(60)}.jpg`,
    "-rf.jpg",
  ]
  const all = names.map(async (name, at) => ({
    name,
    content: await quarters(130 + at, 90)
      .png()
      .toBuffer(),
    becomes: { corners: "RGBW" },
  }))
  return Promise.all(all)
}
