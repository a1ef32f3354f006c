// Draws the letters and digits that icons show, as outlines of the headline face, since a machine may have no fonts:
// `node app/fonts/letters.mjs`. Run it again only to change them; its output is committed.
import { readFile, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import path from "node:path"
import * as hb from "harfbuzzjs"
import subsetFont from "subset-font"

const { resolve } = createRequire(import.meta.url)

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
const face = await readFile(
  resolve("@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2"),
)
const cut = await subsetFont(face, letters, { targetFormat: "sfnt", variationAxes: { opsz: 24, wght: 700 } })
const font = new hb.Font(new hb.Face(new hb.Blob(new Uint8Array(cut).buffer)))
const drawn = Object.fromEntries([...letters].map((letter) => [letter, draw(letter)]))
const file = path.join(import.meta.dirname, "../../lib/icons/letters.json")
await writeFile(file, `${JSON.stringify(drawn, null, 2)}\n`)

function draw(letter) {
  const buffer = new hb.Buffer()
  buffer.addText(letter)
  buffer.guessSegmentProperties()
  hb.shape(font, buffer)
  const [{ codepoint }] = buffer.getGlyphInfos()
  const [{ xAdvance }] = buffer.getGlyphPositions()
  return { width: xAdvance, path: font.glyphToPath(codepoint) }
}
