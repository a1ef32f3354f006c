import { notFound, permanentRedirect } from "next/navigation"
import { getTagAfter } from "@/lib/posts/section-queries"

/** Redirects from an address that a tag had before, or that of a tag that was merged, to the present one. */
export async function redirectOrNotFound(slug: string, rest = ""): Promise<never> {
  const present = await getTagAfter(slug)
  if (present) permanentRedirect(`/tags/${present}${rest}`)
  notFound()
}
