// @ts-check
import sharp from "sharp"

/**
 * Makes icons of pixels, in a process of its own that ends then: the app itself never loads libvips. Reads a picture or
 * a drawing, in base64, and the sizes that are wanted, and writes a PNG for each.
 */

sharp.cache(false)
sharp.concurrency(1)

/** @type {Buffer[]} */
const chunks = []
for await (const chunk of process.stdin) chunks.push(chunk)
/** @type {{ picture: string, isDrawing: boolean, sizes: number[], background: string | null }} */
const { picture, isDrawing, sizes, background } = JSON.parse(Buffer.concat(chunks).toString("utf8"))
const made = []
for (const size of sizes) {
  const source = sharp(Buffer.from(picture, "base64"), isDrawing ? { density: 72 * (size / 32) } : {})
  const fitted = source.resize({
    width: size,
    height: size,
    fit: "contain",
    background: { r: 0, g: 0, b: 0, alpha: 0 },
  })
  const icon = background ? fitted.flatten({ background }) : fitted
  made.push((await icon.png({ compressionLevel: 9 }).toBuffer()).toString("base64"))
}
process.stdout.write(JSON.stringify(made))
