// @ts-check
import { readFile } from "node:fs/promises"
import sharp from "sharp"
import { embeddedText } from "./embedded-text.mjs"
import { hasTrailer } from "./gif-trailer.mjs"

/**
 * Reads sizes from the header, judges them, and only then decodes: every pixel, since a file cut off in the middle
 * shows it nowhere else.
 * @param {{ file: string, limits: { pixels: number, side: number, frames: number } }} request
 */
export async function inspect({ file, limits }) {
  const meta = await sharp(file, { limitInputPixels: false, animated: false }).metadata()
  const pages = meta.pages ?? 1
  const format = meta.format === "heif" ? "avif" : meta.format
  if (meta.format === "heif" && meta.compression !== "av1") return { problem: "heic" }
  const animated = pages > 1 && (format === "gif" || format === "webp")
  // Cameras keep the photograph itself in a directory of its own, which nothing here can develop, and show a thumbnail.
  if (format === "tiff" && (meta.subifds ?? 0) > 0) return { problem: "raw-photograph" }
  if (pages > 1 && format === "tiff") return { problem: "several-pages" }
  if (Math.max(meta.width, meta.height) > limits.side) return { problem: "too-wide" }
  if (meta.width * meta.height > limits.pixels) return { problem: "too-many-pixels" }
  if (animated && pages > limits.frames) return { problem: "too-many-frames" }
  if (animated && meta.width * meta.height * pages > limits.pixels) return { problem: "too-many-frames" }
  if (format === "gif" && !hasTrailer(await readFile(file))) throw new Error("A GIF without its end")

  const color = await dominantColor(open({ file, animated, limits }))
  const turned = !animated && (meta.orientation ?? 1) >= 5
  return {
    image: {
      format,
      width: turned ? meta.height : meta.width,
      height: turned ? meta.width : meta.height,
      animated,
      pages: animated ? pages : 1,
      hasAlpha: meta.hasAlpha,
      color,
      ...embeddedText(meta),
    },
  }
}

/**
 * A picture as it is to be seen: turned upright, unless it moves (frames lie below each other and cannot be turned one by one).
 * @param {{ file: string, animated: boolean, limits: { pixels: number } }} request
 */
export function open({ file, animated, limits }) {
  return sharp(file, {
    animated,
    autoOrient: !animated,
    limitInputPixels: limits.pixels,
    failOn: "error",
  })
}

/** @param {sharp.Sharp} picture */
async function dominantColor(picture) {
  const { data, info } = await picture
    .resize({ width: 64, height: 64, fit: "fill", kernel: "linear" })
    .flatten({ background: "#fff" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true })
  const channels = /** @type {1 | 3} */ (info.channels)
  const first = data.subarray(0, 64 * 64 * channels)
  const { dominant } = await sharp(first, { raw: { width: 64, height: 64, channels } }).stats()
  return `#${[dominant.r, dominant.g, dominant.b].map((part) => part.toString(16).padStart(2, "0")).join("")}`
}
