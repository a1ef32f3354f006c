import { randomBytes } from "node:crypto"
import fs from "node:fs/promises"
import path from "node:path"
import sharp from "sharp"

/** Photographs of twelve megapixels and a few megabytes, each in other colours, as files in a folder. */
export async function makePhotographs(folder: string, names: readonly string[]): Promise<string[]> {
  await fs.mkdir(folder, { recursive: true })
  const { data, info } = await sharp(Buffer.from(scene)).flatten().raw().toBuffer({ resolveWithObject: true })
  // The grain of a film, by which it compresses like a photograph.
  const grain = randomBytes(1 << 20)
  for (let at = 0; at < data.length; at++)
    data[at] = (data[at] ?? 0) + ((grain[(at * 7) % grain.length] ?? 0) >> 3)
  const files: string[] = []
  for (const [at, name] of names.entries()) {
    const file = path.join(folder, name)
    const tint = [0, 1, 2].map((part) => 0.5 + (((at + 1) * (part * 3 + 5)) % 13) / 26)
    await sharp(data, { raw: info }).linear(tint, [0, 0, 0]).jpeg({ quality: 88 }).toFile(file)
    files.push(file)
  }
  return files
}

/** A sky over a field. */
const scene = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="3000">
  <defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#357"/><stop offset="1" stop-color="#cde"/></linearGradient></defs>
  <rect width="4000" height="3000" fill="url(#sky)"/><circle cx="1200" cy="900" r="300" fill="#dc8"/>
  <path d="M0 2100Q2000 1500 4000 2250V3000H0Z" fill="#475"/></svg>`

/** A photograph of a sky over a field, which no other test has. */
export function photograph(width: number, height: number) {
  const noise = { type: "gaussian" as const, mean: 128, sigma: 40 }
  return sharp({ create: { width, height, channels: 3, background: "#336699", noise } })
    .composite([
      {
        input: { create: { width, height: height >> 1, channels: 3, background: "#2a6" } },
        gravity: "south",
      },
    ])
    .jpeg()
    .toBuffer()
}
