import { PostCard } from "@/components/posts/post-card"
import type { PostSummary } from "@/components/posts/types"
import type { Locale } from "@/lib/text/format-date"

type Props = { tag: { slug: string; name: string }; posts: PostSummary[]; locale: Locale }

/** Stories of one tag on the front page: one that opens the section, and a few beside it. */
export function TagSection({ tag, posts, locale }: Props) {
  // Its own name over each of its stories would say nothing.
  const [lead, ...others] = posts.map((post) =>
    post.tags[0]?.slug === tag.slug ? { ...post, tags: [] } : post,
  )
  if (!lead) return null
  const id = `section-${tag.slug}`
  return (
    <section aria-labelledby={id} className="front-section">
      <h2 id={id} className="front-section-title">
        <a href={`/tags/${tag.slug}`} dir="auto">
          {tag.name}
        </a>
      </h2>
      <div className={others.length > 0 ? "front-section-stories" : "front-section-one"}>
        <PostCard post={lead} locale={locale} look="feature" shape="lead" heading="h3" />
        {others.length > 0 ? (
          <div className="front-section-others">
            {others.map((post) => (
              <PostCard key={post.id} post={post} locale={locale} heading="h3" />
            ))}
          </div>
        ) : null}
      </div>
    </section>
  )
}
