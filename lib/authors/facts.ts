import type { Profile } from "@/lib/authors/types"
import { env } from "@/lib/env"
import { plainUrl } from "@/lib/media/urls"

/** An author as schema.org describes one: a person, or the publication itself. */
export function authorFacts({ slug, name, kind }: Pick<Profile, "slug" | "name" | "kind">) {
  const type = kind === "publication" ? "Organization" : "Person"
  return { "@type": type, name, url: `${env().SITE_URL}/authors/${slug}` }
}

/** An author's page as schema.org describes one. */
export function profilePageFacts(author: Profile): object {
  const { kind, title, bio, portrait, picture, links } = author
  const image = (portrait && plainUrl(portrait, 1280)) || picture
  const pages = links.filter((address) => address.startsWith("http"))
  return {
    "@context": "https://schema.org",
    "@type": "ProfilePage",
    mainEntity: {
      ...authorFacts(author),
      description: bio,
      ...(title && kind === "person" ? { jobTitle: title } : {}),
      ...(image ? { image: new URL(image, env().SITE_URL).href } : {}),
      ...(pages.length > 0 ? { sameAs: pages } : {}),
    },
  }
}
