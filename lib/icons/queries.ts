import "server-only"
import { icoOf } from "@/lib/icons/ico"
import { iconSvg, pictureSvg } from "@/lib/icons/icon-svg"
import { drawIcons } from "@/lib/icons/raster"
import { readLogo } from "@/lib/media/logo-file"
import { accentShades } from "@/lib/settings/accent"
import { getSettings } from "@/lib/settings/queries"

/** The icon for browsers that draw: the logo, or the publication's initials on its accent colour. */
export async function getIconSvg(): Promise<string> {
  const source = await sourceOfIcons()
  if (source.isDrawing) return source.picture.toString("utf8")
  const [png] = await drawIcons({ ...source, sizes: [64] })
  if (!png) throw new Error("No icon was drawn.")
  return pictureSvg(png)
}

/** The icon at the address that browsers know without being told. */
export async function getFavicon(): Promise<Buffer> {
  const sizes = [16, 32, 48]
  const drawn = await drawIcons({ ...(await sourceOfIcons()), sizes })
  return icoOf(drawn.map((png, at) => ({ png, size: sizes[at] ?? 0 })))
}

/** The icon of a phone's home screen, which shows nothing through it. */
export async function getTouchIcon(): Promise<Buffer> {
  const { ground, ...source } = await sourceOfIcons()
  const [png] = await drawIcons({ ...source, sizes: [180], background: ground })
  if (!png) throw new Error("No icon was drawn.")
  return png
}

/** A long logo would be a line of nothing in a square. */
const longest = 1.8

async function sourceOfIcons(): Promise<{
  picture: Buffer
  isDrawing: boolean
  ground: string
}> {
  const [settings, logo] = [await getSettings(), await readLogo()]
  if (logo && logo.ratio <= longest && logo.ratio >= 1 / longest) {
    return { picture: logo.content, isDrawing: false, ground: "#ffffff" }
  }
  const accent = accentShades(settings.accent).light
  return {
    picture: Buffer.from(iconSvg({ name: settings.publicationName, accent })),
    isDrawing: true,
    ground: accent,
  }
}
