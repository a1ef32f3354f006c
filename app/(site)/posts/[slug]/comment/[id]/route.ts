import { notFound, redirect } from "next/navigation"
import { findPermalink } from "@/lib/comments/thread/place"
import { rowNumber } from "@/lib/text/row-number"

export const dynamic = "force-dynamic"

/** Leads to where a comment stands, whichever page that is on; under an old slug of its story, too. */
export async function GET(_: Request, { params }: { params: Promise<{ slug: string; id: string }> }) {
  const id = rowNumber.safeParse((await params).id)
  const place = id.success ? await findPermalink(id.data) : null
  if (!place) notFound()
  redirect(place)
}
