// @ts-check
import fs from "node:fs/promises"
import path from "node:path"
import sharp from "sharp"
import { open } from "./inspect.mjs"

const extensions = { avif: "avif", webp: "webp", jpeg: "jpg" }

/**
 * @typedef {"avif" | "webp" | "jpeg"} Format
 * @typedef {{ pixels: number }} Limits
 * @typedef {Record<Format, number>} Quality
 */

/**
 * Writes every width in every format. The file is decoded once, to the largest width; the others are made from that.
 * @param {{ file: string, folder: string, animated: boolean, widths: number[], formats: Format[], quality: Quality, limits: Limits }} request
 * @param {(variant: unknown) => void} step
 */
export async function variants(request, step) {
  const { widths, formats, quality, folder, animated } = request
  const stills = formats.filter((format) => !(animated && format === "webp"))
  const still = stills.length > 0 ? await decoded(request, Math.max(...widths)) : null
  // The smallest width and the cheapest format first: something can be shown early.
  for (const width of widths.toSorted((a, b) => a - b)) {
    for (const format of formats) {
      const moves = animated && format === "webp"
      const picture = moves || !still ? open(request).toColourspace("srgb") : still()
      const encoded = encode(picture.resize({ width, withoutEnlargement: true }), format, quality)
      step(await write(encoded, { folder, name: `${width}.${extensions[format]}`, format }))
    }
  }
}

/**
 * Cuts to a size, with the focus as near to the middle as the edges allow.
 * @param {{ file: string, folder: string, animated: boolean, width: number, height: number, focus: { x: number, y: number }, quality: Quality, limits: Limits }} request
 * @param {(variant: unknown) => void} step
 */
export async function crop(request, step) {
  const { width, height, focus, quality, folder } = request
  const { data, info } = await raw(open({ ...request, animated: false }))
  const scale = Math.max(width / info.width, height / info.height)
  const cut = {
    width: Math.min(info.width, Math.max(1, Math.round(width / scale))),
    height: Math.min(info.height, Math.max(1, Math.round(height / scale))),
  }
  const left = between(Math.round(focus.x * info.width - cut.width / 2), info.width - cut.width)
  const top = between(Math.round(focus.y * info.height - cut.height / 2), info.height - cut.height)
  const picture = sharp(data, { raw: info })
    .extract({ left, top, ...cut })
    .resize({ width, height, fit: "fill" })
  const name = `${width}x${height}.jpg`
  step(await write(encode(picture, "jpeg", quality), { folder, name, format: "jpeg" }))
}

/** @param {number} value @param {number} most */
function between(value, most) {
  return Math.min(Math.max(0, value), most)
}

/** @param {Parameters<typeof open>[0]} request @param {number} width */
async function decoded(request, width) {
  const picture = open({ ...request, animated: false }).resize({ width, withoutEnlargement: true })
  const { data, info } = await raw(picture)
  return () => sharp(data, { raw: info })
}

/** Eight bits and sRGB, whatever the file held. @param {sharp.Sharp} picture */
function raw(picture) {
  return picture.toColourspace("srgb").raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true })
}

/** No metadata is kept: sharp writes none unless asked. @param {sharp.Sharp} picture @param {Format} format @param {Quality} quality */
function encode(picture, format, quality) {
  if (format === "avif") return picture.avif({ quality: quality.avif, effort: 2 })
  if (format === "webp") return picture.webp({ quality: quality.webp, effort: 4 })
  return picture.flatten({ background: "#fff" }).jpeg({ quality: quality.jpeg, mozjpeg: true })
}

/** Under a name of its own until it is complete. @param {sharp.Sharp} picture @param {{ folder: string, name: string, format: Format }} to */
async function write(picture, { folder, name, format }) {
  const file = path.join(folder, name)
  const draft = path.join(folder, `.${name}.${process.pid}.part`)
  const info = await picture.toFile(draft)
  await fs.rename(draft, file)
  return { format, width: info.width, height: info.pageHeight ?? info.height, bytes: info.size, file }
}
