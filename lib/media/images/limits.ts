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

/** Widths to make of a picture: never above its own, which itself is taken where no rung reaches it. */
export function variantWidths(own: number): number[] {
  const below = ladder.filter((width) => width < own)
  return below.length === ladder.length ? below : [...below, own]
}
