import fs from "node:fs"
import { deflateSync } from "node:zlib"
import jpeg from "jpeg-js"
import sharp from "sharp"

export type Rgb = readonly [red: number, green: number, blue: number]

/** So that every turn and mirror shows. */
const plainColors: readonly Rgb[] = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [255, 255, 255],
]

/** Quarters in these colours; red, green, blue and white unless others are asked for. */
export function quarters(width = 64, height = 48, colors = plainColors) {
  const data = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      data.set(colors[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)] ?? [], (y * width + x) * 3)
  return sharp(data, { raw: { width, height, channels: 3 } })
}

/** The colours in the corners of a JPEG as a second decoder sees them, which knows no profiles. */
export function cornerColors(file: string | Buffer): Rgb[] {
  const { width, height, data } = jpeg.decode(typeof file === "string" ? fs.readFileSync(file) : file)
  const at = [
    [4, 4],
    [width - 5, 4],
    [4, height - 5],
    [width - 5, height - 5],
  ]
  return at.map(([x = 0, y = 0]) => {
    const from = (y * width + x) * 4
    return [data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0]
  })
}

/** The same by their first letters. */
export function corners(file: string | Buffer): string {
  const names: Record<string, string> = { "100": "R", "010": "G", "001": "B", "111": "W", "000": "K" }
  return cornerColors(file)
    .map((color) => color.map((part) => (part > 127 ? 1 : 0)).join(""))
    .map((bits) => names[bits] ?? bits)
    .join("")
}

/** The corners of quarters that are turned by orientation 1 to 8, in that order. */
export const upright = ["RGBW", "GRWB", "WBGR", "BWRG", "RBGW", "BRWG", "WGBR", "GWRB"]

/** Formats and kinds of colour that are taken. */
export const kinds = {
  jpeg: () => quarters().jpeg({ quality: 95 }),
  "progressive jpeg": () => quarters().jpeg({ quality: 95, progressive: true }),
  png: () => quarters().png(),
  "png of 16 bits": () => quarters().toColourspace("rgb16").png(),
  "png with a palette": () => quarters().png({ palette: true }),
  webp: () => quarters().webp({ quality: 95 }),
  "lossless webp": () => quarters().webp({ lossless: true }),
  gif: () => quarters().gif(),
  avif: () => quarters().avif({ quality: 90 }),
  tiff: () => quarters().tiff(),
  "tiff of 16 bits": () => quarters().toColourspace("rgb16").tiff({ compression: "lzw" }),
  "jpeg in Display P3": () => quarters().withIccProfile("p3").jpeg({ quality: 95 }),
}

export function plain(width: number, height: number, background: string): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
}

/** A TIFF whose first directory names another one (tag 330), as NEF, DNG and ARW files do. */
export function withSubDirectory(tiff: Buffer): Buffer {
  const at = tiff.readUInt32LE(4)
  const count = tiff.readUInt16LE(at)
  const entries = Array.from({ length: count }, (_, n) => tiff.subarray(at + 2 + 12 * n, at + 14 + 12 * n))
  const sub = Buffer.alloc(12)
  sub.writeUInt16LE(330, 0)
  sub.writeUInt16LE(4, 2)
  sub.writeUInt32LE(1, 4)
  sub.writeUInt32LE(at, 8)
  const sorted = [...entries, sub].sort((a, b) => a.readUInt16LE(0) - b.readUInt16LE(0))
  const head = Buffer.alloc(2)
  head.writeUInt16LE(sorted.length)
  const made = Buffer.concat([tiff, Buffer.alloc(tiff.length % 2), head, ...sorted, Buffer.alloc(4)])
  made.writeUInt32LE(tiff.length + (tiff.length % 2), 4)
  return made
}

/** Of a PNG. */
export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

/** Says that it is this large, and has next to nothing in it. */
export function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const rows = deflateSync(Buffer.alloc(1_000_000))
  const signature = Buffer.from("89504e470d0a1a0a", "hex")
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ])
}
