/** What a file may ask of the machine, before and while it is decoded. */
export const imageLimits = {
  bytes: 40 * 1024 * 1024,
  pixels: 100_000_000,
  side: 20_000,
  frames: 300,
  /** Of the decoding process, in bytes: a picture of 100 million pixels that must be held whole takes 400 MB. */
  memory: 1000 * 1024 * 1024,
  inspectMs: 15_000,
  variantMs: 60_000,
}

export const variantQuality = { avif: 50, webp: 76, jpeg: 78 }

const ladder = [160, 320, 480, 640, 960, 1280, 1600, 2000]

/** WebP ends at 16,383 pixels, AVIF a pixel later. */
const tallest = 16_000

/** The widest that a picture is made: never above its own width, and less where it would be too tall. */
export function widestVariant({ width, height }: { width: number; height: number }): number {
  return Math.max(1, Math.min(width, Math.floor((width * tallest) / height)))
}

/** Widths to make of a picture: up to the widest, which itself is taken where no rung reaches it. */
export function variantWidths(picture: { width: number; height: number }): number[] {
  const widest = widestVariant(picture)
  const below = ladder.filter((width) => width < widest)
  return below.length === ladder.length ? below : [...below, widest]
}
