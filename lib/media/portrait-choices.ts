import "server-only"
import type { Staff } from "@/lib/auth/staff"
import { mayUpload } from "@/lib/media/policy"
import { listMedia } from "@/lib/media/queries"

/** The newest pictures of the library by their words, for a form without scripts; null for who uses none. */
export async function listPortraitChoices(staff: Staff): Promise<{ id: number; label: string }[] | null> {
  if (!mayUpload(staff)) return null
  const { pictures } = await listMedia(staff)
  return pictures.map(({ id, alt, filename }) => ({ id, label: alt ? `${alt} (${filename})` : filename }))
}
