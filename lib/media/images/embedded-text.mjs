// @ts-check
import { Parser } from "htmlparser2"

/**
 * Who made a picture, and what it shows, as far as the file says it; not cleaned yet. XMP comes first: it alone has a known encoding.
 * @param {{ exif?: Buffer, iptc?: Buffer, xmp?: Buffer }} meta
 */
export function embeddedText({ exif, iptc, xmp }) {
  const found = [xmp && fromXmp(xmp), iptc && fromIptc(iptc), exif && fromExif(exif)]
  /** @param {string[]} names */
  const first = (...names) => {
    const values = names.flatMap((name) => found.map((one) => one?.[name]?.trim() ?? ""))
    return (values.find(Boolean) ?? "").slice(0, most)
  }
  return { credit: first("by", "credit", "rights"), description: first("description") }
}

const most = 2000

/** @typedef {Record<string, string>} Texts */

const xmpNames = /** @type {Texts} */ ({
  "dc:creator": "by",
  "photoshop:Credit": "credit",
  "dc:rights": "rights",
  "dc:description": "description",
})

/** @param {Buffer} xmp */
function fromXmp(xmp) {
  const texts = /** @type {Texts} */ ({})
  let name = ""
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        name = xmpNames[tag] ?? name
        for (const [attribute, value] of Object.entries(attributes)) {
          const known = xmpNames[attribute]
          if (known) texts[known] ??= value
        }
      },
      ontext(text) {
        if (name) texts[name] = `${texts[name] ?? ""}${text}`.slice(0, most)
      },
      onclosetag(tag) {
        if (xmpNames[tag]) name = ""
      },
    },
    { xmlMode: true },
  )
  parser.end(xmp.subarray(0, 100_000).toString("utf8"))
  return texts
}

const iptcNames = /** @type {Texts} */ ({ 80: "by", 110: "credit", 116: "rights", 120: "description" })

/** Data sets of record 2: a marker, record, number, length and text (IPTC IIM 4.2). @param {Buffer} iptc */
function fromIptc(iptc) {
  const texts = /** @type {Texts} */ ({})
  for (let at = 0; at + 5 <= Math.min(iptc.length, 100_000); at++) {
    if (iptc[at] !== 0x1c || iptc[at + 1] !== 2) continue
    const name = iptcNames[iptc[at + 2] ?? 0]
    const length = iptc.readUInt16BE(at + 3)
    if (!name || length > most) continue
    texts[name] ??= decode(iptc.subarray(at + 5, at + 5 + length))
  }
  return texts
}

const exifNames = /** @type {Texts} */ ({ 315: "by", 33432: "rights", 270: "description" })

/** The first directory of the TIFF structure that EXIF is. @param {Buffer} exif */
function fromExif(exif) {
  const texts = /** @type {Texts} */ ({})
  const tiff = exif.subarray(0, 4).toString("latin1") === "Exif" ? exif.subarray(6) : exif
  const little = tiff[0] === 0x49
  /** @param {number} at */
  const short = (at) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  /** @param {number} at */
  const long = (at) => (at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const start = long(4)
  for (let entry = 0; entry < Math.min(short(start), 200); entry++) {
    const at = start + 2 + entry * 12
    const name = exifNames[short(at)]
    const length = long(at + 4)
    if (!name || short(at + 2) !== 2 || length > most) continue
    const from = length <= 4 ? at + 8 : long(at + 8)
    texts[name] ??= decode(tiff.subarray(from, from + length))
  }
  return texts
}

/** UTF-8 where it is, and Latin-1 otherwise. @param {Buffer} bytes */
function decode(bytes) {
  const text = bytes.toString("utf8")
  return (text.includes("\ufffd") ? bytes.toString("latin1") : text).split("\0")[0] ?? ""
}
