import type { Metadata } from "next"
import { getSitePicture } from "@/lib/media/queries"
import { linkedUrl } from "@/lib/posts/social-picture"
import type { Settings } from "@/lib/settings/shape"

type List = {
  /** None for the front page, which is called like the publication. */
  title?: string
  description?: string
  path: string
}

/** What search engines, feeds and messengers are told of a list of stories. */
export async function listMetadata(
  { title, description, path }: List,
  settings: Settings,
): Promise<Metadata> {
  const { publicationName, tagline } = settings
  const summary = description ?? (settings.description || tagline || undefined)
  const images = await siteImages()
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
      images,
    },
    twitter: { card: images ? "summary_large_image" : "summary", images },
  }
}

/** What links to a page show that has no picture of its own. */
export async function siteImages(): Promise<{ url: string; alt: string }[] | undefined> {
  const picture = await getSitePicture("social")
  const url = linkedUrl(picture)
  return picture && url ? [{ url, alt: picture.alt }] : undefined
}
