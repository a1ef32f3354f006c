import { PostCard } from "@/components/posts/post-card"
import type { PostSummary } from "@/components/posts/types"
import { SearchResult } from "@/components/previews/search-result"
import { SocialCard } from "@/components/previews/social-card"
import type { Picture } from "@/lib/media/types"
import { type StoryMetadata, searchResultOf, socialCardOf } from "@/lib/posts/metadata"
import type { Locale } from "@/lib/text/format-date"
import "./previews.css"

type Props = {
  post: PostSummary & StoryMetadata
  /** Its standfirst, or how it begins. */
  summary: string
  locale: Locale
  /** What links show of stories without a picture. */
  sitePicture: Picture | null
  siteUrl: string
}

/** How a story is shown elsewhere than at its own address. */
export function StoryFaces({ post, summary, locale, sitePicture, siteUrl }: Props) {
  const told = { ...post, summary }
  return (
    <section aria-labelledby="faces" className="preview-faces">
      <h2 id="faces">Elsewhere</h2>
      <div>
        <p className="preview-label">Card in lists</p>
        <PostCard post={{ ...post, standfirst: summary }} locale={locale} />
      </div>
      <SearchResult result={searchResultOf(told)} siteUrl={siteUrl} />
      <SocialCard card={socialCardOf(told, sitePicture)} siteUrl={siteUrl} />
    </section>
  )
}
