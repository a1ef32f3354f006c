import type { Picture } from "@/lib/media/types"
import { cropUrl, plainUrl } from "@/lib/media/urls"

/** A story's lead picture as links to it show it elsewhere, by its address on this site; null where there is none. */
export function socialPicture({ lead, picture }: { lead: Picture | null; picture: string }): string | null {
  return linkedUrl(lead) ?? (picture || null)
}

/** The same of any picture of the library. */
export function linkedUrl(picture: Picture | null): string | null {
  return picture && (cropUrl(picture) ?? plainUrl(picture, 1280))
}
