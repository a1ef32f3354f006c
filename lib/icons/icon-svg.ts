import letters from "@/lib/icons/letters.json"
import { fold } from "@/lib/text/fold"

type Letter = { width: number; path: string }

const drawn: Readonly<Record<string, Letter>> = letters

/** Units of the face: how high its capitals are. */
const capitals = 1357

/** The icon of a publication without a logo that is fit to be one: its initials on its accent colour. */
export function iconSvg({ name, accent }: { name: string; accent: string }): string {
  const square = `<rect width="32" height="32" rx="5" fill="${accent}"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${square}${initialsOf(name) ?? pageOfPrint}</svg>`
}

/** A picture in the form of an icon. */
export function pictureSvg(png: Buffer): string {
  const data = `data:image/png;base64,${png.toString("base64")}`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><image width="64" height="64" href="${data}"/></svg>`
}

const paper = "#fbfaf7"

/** Where a name has no letter that is drawn, as in another script. */
const pageOfPrint = `<path d="M6 8h20v4H6zm0 8h9v2H6zm0 4h9v2H6zm0 4h9v2H6zm11-8h9v10h-9z" fill="${paper}"/>`

/** The first letters of the first two words, as outlines in the middle of the square. */
function initialsOf(name: string): string | null {
  const words = name
    .split(/[\s–—-]+/)
    .filter((word) => !/^(the|a|an|der|die|das|le|la|les|el|il)$/i.test(word))
  const found = words.flatMap((word) => drawn[fold(word).charAt(0).toUpperCase()] ?? []).slice(0, 2)
  const width = found.reduce((sum, letter) => sum + letter.width, 0)
  if (width === 0) return null
  const scale = Math.min(19 / capitals, 25 / width)
  let left = 0
  const paths = found.map((letter) => {
    const at = left
    left += letter.width
    return `<path transform="translate(${at} 0)" d="${letter.path}"/>`
  })
  const [x, y] = [16 - (width * scale) / 2, 16 + (capitals * scale) / 2].map((at) => at.toFixed(2))
  return `<g fill="${paper}" transform="translate(${x} ${y}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})">${paths.join("")}</g>`
}
