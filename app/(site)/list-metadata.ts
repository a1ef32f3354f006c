import type { Metadata } from "next"
import type { Settings } from "@/lib/settings/shape"

type List = {
  /** None for the front page, which is called like the publication. */
  title?: string
  description?: string
  path: string
}

/** What search engines, feeds and messengers are told of a list of stories. */
export function listMetadata({ title, description, path }: List, settings: Settings): Metadata {
  const { publicationName, tagline } = settings
  const summary = description ?? (settings.description || tagline || undefined)
  return {
    // Next takes a title that is there and undefined for none at all.
    ...(title ? { title } : {}),
    description: summary,
    alternates: { canonical: path },
    openGraph: {
      type: "website",
      siteName: publicationName,
      title: title ?? publicationName,
      description: summary,
      url: path,
    },
    twitter: { card: "summary" },
  }
}
