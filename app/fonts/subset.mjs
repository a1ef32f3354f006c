// Cuts the headline face down to what headlines use: `node app/fonts/subset.mjs`. Run it again only
// to change the cut; its output is committed. Licence of the face: OFL.txt beside this file.
import { readFile, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import path from "node:path"
import subsetFont from "subset-font"

const { resolve } = createRequire(import.meta.url)

const letters = range(0x30, 0x39) + range(0x41, 0x5a) + range(0x61, 0x7a)

/**
 * Every first visit downloads `plain`; only headlines with accents or rare signs ask for the others. Each letter is in
 * one cut, and the ranges in `headline.ts` name what the cuts hold: a headline is set in one face or in the fallback.
 */
const cuts = {
  plain: ["latin", `${letters} .,;:!?'()-&\u00a0£–—‘’“”…`],
  rest: ["latin", `"#$%*+/<=>@[\\]^_\`{|}~${range(0xa1, 0xff)}‚„•‹›€™Œœı−`.replace("£", "")],
  extended: ["latin-ext", `${range(0x100, 0x151)}${range(0x154, 0x24f)}${range(0x1e80, 0x1e9f)}₺₴₽`],
  vietnamese: ["vietnamese", `${range(0x1ea0, 0x1ef9)}₫`],
}

for (const [name, [part, text]] of Object.entries(cuts)) {
  const source = resolve(`@fontsource-variable/newsreader/files/newsreader-${part}-opsz-normal.woff2`)
  const face = await readFile(source)
  const cut = await subsetFont(face, text, {
    targetFormat: "woff2",
    // Headlines are set tight, where browsers use no ligatures; the f is drawn to do without.
    keepFeatures: ["kern"],
    noHinting: true,
    dropTables: ["STAT", "gasp", "meta", "DSIG"],
    variationAxes: { opsz: 44, wght: 500 },
  })
  await writeFile(path.join(import.meta.dirname, `newsreader-${name}.woff2`), cut)
}

function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join("")
}
