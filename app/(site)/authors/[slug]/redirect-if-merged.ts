import { permanentRedirect } from "next/navigation"
import { getAuthorSlugAfter } from "@/lib/authors/queries"
import { isSlug } from "@/lib/posts/is-slug"

/** Redirects from an address that an author, or one merged into them, had before to the present one. */
export async function redirectIfMerged(slug: string, rest = ""): Promise<void> {
  const present = isSlug(slug) ? await getAuthorSlugAfter(slug) : null
  if (present) permanentRedirect(`/authors/${present}${rest}`)
}
