import { LeadPost } from "@/components/posts/lead-post"
import { OlderPosts } from "@/components/posts/paging"
import { PostCard } from "@/components/posts/post-card"
import { PostLines } from "@/components/posts/post-lines"
import { hasPicture } from "@/components/posts/post-picture"
import { TagSection } from "@/components/posts/tag-section"
import type { PostSummary } from "@/components/posts/types"
import type { Locale } from "@/lib/text/format-date"

type Props = {
  front: {
    top: PostSummary[]
    isPinned: boolean
    sections: { tag: { slug: string; name: string }; posts: PostSummary[] }[]
    rest: PostSummary[]
    next: string | null
  }
  locale: Locale
}

/** The front page: what leads it, the newest beside that, its sections, and what else is new. */
export function FrontPageStories({ front: { top, isPinned, sections, rest, next }, locale }: Props) {
  // It opens with a picture where one of the newest has one, unless somebody has chosen.
  const lead = (isPinned ? undefined : top.find(hasPicture)) ?? top[0]
  const features = top.filter((post) => post !== lead)
  return (
    <>
      {lead ? <LeadPost post={lead} locale={locale} /> : <NothingYet />}
      {features.length > 0 ? (
        <div className="features">
          {features.map((post) => (
            <PostCard key={post.id} post={post} locale={locale} look="feature" heading="h2" />
          ))}
        </div>
      ) : null}
      {sections.map(({ tag, posts }) => (
        <TagSection key={tag.slug} tag={tag} posts={posts} locale={locale} />
      ))}
      {sections.length > 0 && rest.length > 0 ? (
        <section aria-labelledby="more-stories" className="front-section">
          <h2 id="more-stories" className="front-section-title">
            More stories
          </h2>
          <PostLines posts={rest} locale={locale} heading="h3" />
        </section>
      ) : (
        <PostLines posts={rest} locale={locale} />
      )}
      <OlderPosts path="/" next={next} />
    </>
  )
}

function NothingYet() {
  return <p className="standfirst mt-12">Nothing has been published yet.</p>
}
