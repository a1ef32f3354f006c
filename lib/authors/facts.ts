import type { Profile } from "@/lib/authors/types"
import { env } from "@/lib/env"
import { plainUrl } from "@/lib/media/urls"

/** An author as schema.org describes one: a person, or the publication itself under its own name. */
export function authorFacts(
  { slug, name, kind }: Pick<Profile, "slug" | "name" | "kind">,
  publicationName: string,
) {
  const url = `${env().SITE_URL}/authors/${slug}`
  if (kind === "publication") return { "@type": "Organization", name: publicationName, url }
  return { "@type": "Person", name, url }
}

/** An author's page as schema.org describes one. */
export function profilePageFacts(author: Profile, publicationName: string): object {
  const { kind, title, bio, portrait, picture, links } = author
  const image = (portrait && plainUrl(portrait, 1280)) || picture
  const pages = links.filter((address) => address.startsWith("http"))
  return {
    "@context": "https://schema.org",
    "@type": "ProfilePage",
    mainEntity: {
      ...authorFacts(author, publicationName),
      description: bio,
      ...(title && kind === "person" ? { jobTitle: title } : {}),
      ...(image ? { image: new URL(image, env().SITE_URL).href } : {}),
      ...(pages.length > 0 ? { sameAs: pages } : {}),
    },
  }
}
