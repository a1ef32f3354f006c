import fs from "node:fs"
import { createRequire } from "node:module"

const require = createRequire(createRequire(import.meta.url).resolve("subset-font"))

/** The code points that a font has a glyph for, from its `cmap` table (OpenType 1.9, formats 4 and 12). */
export async function lettersOf(woff2: string): Promise<Set<number>> {
  const font: Buffer = await require("fontverter").convert(fs.readFileSync(woff2), "truetype")
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, n) => 12 + n * 16)
  const cmap = font.readUInt32BE(
    (tables.find((at) => font.toString("latin1", at, at + 4) === "cmap") ?? 0) + 8,
  )
  const codes = new Set<number>()
  for (let n = 0; n < font.readUInt16BE(cmap + 2); n++) {
    const at = cmap + font.readUInt32BE(cmap + 8 + n * 8)
    const format = font.readUInt16BE(at)
    for (const [from, to] of format === 4 ? segments(font, at) : format === 12 ? groups(font, at) : [])
      for (let code = from; code <= to && code !== 0xffff; code++) codes.add(code)
  }
  return codes
}

function segments(font: Buffer, at: number): [number, number][] {
  const length = font.readUInt16BE(at + 6)
  const starts = at + 16 + length
  return Array.from({ length: length / 2 }, (_, n) => [
    font.readUInt16BE(starts + n * 2),
    font.readUInt16BE(at + 14 + n * 2),
  ])
}

function groups(font: Buffer, at: number): [number, number][] {
  return Array.from({ length: font.readUInt32BE(at + 12) }, (_, n) => [
    font.readUInt32BE(at + 16 + n * 12),
    font.readUInt32BE(at + 20 + n * 12),
  ])
}
