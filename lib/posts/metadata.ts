import { linkedUrl, socialPicture } from "@/lib/posts/social-picture"

/** What search engines and links elsewhere say of a story; each empty where they say its title and its standfirst. */
export type StoryMetadata = {
  searchTitle: string
  searchDescription: string
  socialTitle: string
  socialDescription: string
  /** Where the story appeared first, on another site; empty where that is here. */
  canonicalUrl: string
}

export const noMetadata: StoryMetadata = {
  searchTitle: "",
  searchDescription: "",
  socialTitle: "",
  socialDescription: "",
  canonicalUrl: "",
}

const names = Object.keys(noMetadata) as (keyof StoryMetadata)[]

/** The metadata in something that holds more, or less: what is absent is empty. */
export function metadataOf(story: Partial<StoryMetadata>): StoryMetadata {
  return Object.fromEntries(names.map((name) => [name, story[name] ?? ""])) as StoryMetadata
}

/** Only what is not empty, as a revision keeps it. */
export function filledMetadata(story: Partial<StoryMetadata>): Partial<StoryMetadata> {
  return Object.fromEntries(names.flatMap((name) => (story[name] ? [[name, story[name]]] : [])))
}

type Told = Pick<StoryMetadata, "searchTitle" | "searchDescription" | "canonicalUrl"> & {
  slug: string
  title: string
  /** Of `lib/posts/summary.ts`, which the editor's page cannot ask: it would bring the document schema along. */
  summary: string
}

/** What a search engine is told of a story; `url` is a path where the story's place is this site. */
export function searchResultOf(post: Told) {
  return {
    title: post.searchTitle || post.title,
    description: post.searchDescription || post.summary,
    url: post.canonicalUrl || `/posts/${post.slug}`,
  }
}

type Shared = Pick<StoryMetadata, "socialTitle" | "socialDescription"> &
  Omit<Told, "searchTitle" | "searchDescription"> &
  Parameters<typeof socialPicture>[0] & { pictureAlt: string }

/** What a link to a story shows elsewhere; `site` is the publication's own picture, for a story without one. */
export function socialCardOf(post: Shared, site: Parameters<typeof linkedUrl>[0]) {
  const own = socialPicture(post)
  const ofSite = linkedUrl(site)
  const image = own
    ? { url: own, alt: post.pictureAlt }
    : site && ofSite
      ? { url: ofSite, alt: site.alt }
      : null
  return {
    title: post.socialTitle || post.title,
    description: post.socialDescription || post.summary,
    url: post.canonicalUrl || `/posts/${post.slug}`,
    image,
  }
}
