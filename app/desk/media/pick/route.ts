import { requireStaff } from "@/lib/auth/viewer"
import { libraryAddress } from "@/lib/media/library-url"
import { getMedium, listMedia } from "@/lib/media/queries"
import { rowNumber } from "@/lib/text/row-number"

export const dynamic = "force-dynamic"

/** The library for the editor's picker: a page of it, or the one picture with `id`. */
export async function GET(request: Request): Promise<Response> {
  const staff = await requireStaff("media.upload")
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const id = rowNumber.safeParse(query.id)
  if (id.success) {
    const picture = await getMedium(staff, id.data)
    return Response.json({ pictures: picture ? [picture] : [], next: null })
  }
  const { q: search, before } = libraryAddress.parse(query)
  return Response.json(await listMedia(staff, { search, before }, 30))
}
