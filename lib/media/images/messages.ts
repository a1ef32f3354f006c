import { cleanLine } from "@/lib/text/typed-text"
import { imageLimits } from "./limits"
import type { ImageProblem } from "./types"

const megabytes = imageLimits.bytes / 1024 / 1024
const megapixels = imageLimits.pixels / 1_000_000

const sentences: Record<ImageProblem, string> = {
  broken: "is damaged or incomplete. Open it in a picture editor, save it again and upload that.",
  crashed: "could not be read. Open it in a picture editor, save it as JPEG and upload that.",
  empty: "is empty. Choose the file again.",
  "file-too-large": `is larger than ${megabytes} MB. Save it with a lower quality or a smaller size.`,
  heic: "is in Apple's HEIC format, which browsers cannot show. Export it as JPEG and upload that.",
  moving:
    "is an animation that would stand still here. Save it as GIF or WebP to keep it moving, or as a single picture, and upload that.",
  "not-a-picture": "is not a picture we can read. Upload a JPEG, PNG, WebP, GIF, AVIF or TIFF file.",
  "not-stored": "could not be stored just now. Try again in a few minutes.",
  pdf: "is a PDF. Export the page as JPEG or PNG and upload that.",
  "raw-photograph":
    "is a camera's raw file, which browsers cannot show. Develop it, export it as JPEG and upload that.",
  "several-pages": "has more than one page. Save the page you need as a file of its own.",
  svg: "is an SVG, which may contain scripts. Export it as PNG and upload that.",
  "too-many-frames": `is too long an animation. Cut it to at most ${imageLimits.frames} frames, or make it smaller.`,
  "too-many-pixels": `has more than ${megapixels} million pixels. Make it smaller and upload that.`,
  "too-much-memory": "takes too much memory to read. Make it smaller and upload that.",
  "too-slow": "takes too long to read. Make it smaller and upload that.",
  "too-wide": `is more than ${imageLimits.side.toLocaleString("en")} pixels wide or high. Make it smaller and upload that.`,
  video: "is a video. Upload a picture: JPEG, PNG, WebP, GIF, AVIF or TIFF.",
}

/** The sentence for a refused file, whose name is text from outside. */
export function imageRefusal(fileName: string, problem: ImageProblem): string {
  return `“${shownName(fileName)}” ${sentences[problem]}`
}

/** A file's name within a sentence: cleaned and cut. */
export function shownName(fileName: string): string {
  const leaf = fileName.slice(-1000).split(/[\\/]/).at(-1) ?? ""
  const letters = Array.from(cleanLine(leaf.replace(/[“”"]/g, "")))
  const cut = letters.length > 80 ? [...letters.slice(0, 60), "…", ...letters.slice(-15)] : letters
  return cut.join("") || "The file"
}
