import { mediaLimits } from "@/lib/media/limits"
import { oneLine } from "@/lib/text/storable"

/** What a picture of another site is called: the end of its address, or else the site. */
export function remoteName(address: string): string {
  if (!URL.canParse(address)) return "picture"
  const { pathname, hostname } = new URL(address)
  const name = oneLine(decoded(pathname.split("/").at(-1) ?? "")) || hostname
  return [...name].slice(-mediaLimits.filename).join("") || "picture"
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
