import { notFound, permanentRedirect } from "next/navigation"
import { getSlugAfter } from "@/lib/posts/queries"

/** Leads from an address that a story had before to the present one, or says that there is nothing. */
export async function leadOn(slug: string, rest = ""): Promise<never> {
  const present = await getSlugAfter(slug)
  if (present) permanentRedirect(`/posts/${present}${rest}`)
  notFound()
}
