import "server-only"
import fs from "node:fs/promises"
import { imageLimits } from "./limits"
import type { ImageProblem } from "./types"

const signatures = ["\xff\xd8\xff", "\x89PNG\r\n\x1a\n", "GIF87a", "GIF89a", "II*\0", "MM\0*"]
const video = ["isom", "iso2", "mp41", "mp42", "avc1", "qt  ", "M4V ", "3gp4", "3gp5", "dash", "mmp4"]
const heic = ["heic", "heix", "hevc", "hevx", "heim", "heis"]

/** A PNG says that it moves behind its colour profile. */
const headBytes = 65_536

/** Why a file is refused by its size or first bytes, or `null`. Its name is never asked. */
export async function refusedAtSight(file: string): Promise<ImageProblem | null> {
  const handle = await fs.open(file)
  try {
    const { size } = await handle.stat()
    if (size === 0) return "empty"
    if (size > imageLimits.bytes) return "file-too-large"
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return kindRefused(buffer.subarray(0, bytesRead))
  } finally {
    await handle.close()
  }
}

function kindRefused(head: Buffer): ImageProblem | null {
  const text = head.toString("latin1", 0, 1024)
  if (isMovingPng(head)) return "moving"
  if (signatures.some((signature) => text.startsWith(signature))) return null
  if (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP") return null
  if (text.slice(4, 8) === "ftyp") return brandRefused(head)
  if (text.startsWith("%PDF-")) return "pdf"
  if (/<svg[\s>]/i.test(text) && /^[^<\w]*</.test(text)) return "svg"
  return "not-a-picture"
}

/** An animated PNG, of which libvips reads the first frame alone: `acTL` stands before the pixels, with its number of frames. */
function isMovingPng(head: Buffer): boolean {
  if (head.toString("latin1", 1, 4) !== "PNG") return false
  const pixels = head.indexOf("IDAT")
  const at = head.subarray(0, pixels < 0 ? undefined : pixels).indexOf("acTL")
  return at > 0 && at + 8 <= head.length && head.readUInt32BE(at + 4) > 1
}

/** Of ISO's container for media, the brands say what is in it. */
function brandRefused(head: Buffer): ImageProblem | null {
  const end = Math.min(head.length, head.readUInt32BE(0))
  const brands: string[] = []
  for (let at = 8; at + 4 <= end; at += 4) brands.push(head.toString("latin1", at, at + 4))
  if (brands[0] === "avis") return "moving"
  if (brands.includes("avif")) return null
  if (brands.some((brand) => heic.includes(brand))) return "heic"
  return brands.some((brand) => video.includes(brand)) ? "video" : "not-a-picture"
}
