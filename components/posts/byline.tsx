import { Portrait } from "@/components/posts/portrait"
import { Moment } from "@/components/site/moment"
import { textDirection } from "@/lib/text-direction"

type Props = {
  post: { publishedAt: Date; updatedAt: Date; author: { slug: string; name: string; picture: string } }
  language: string
}

/** An edit within this time of publishing is a last touch and no news. */
const lastTouches = 10 * 60 * 1000

/** Who wrote a story, when, and when it was last changed. */
export function Byline({ post, language }: Props) {
  const { author, publishedAt, updatedAt } = post
  const updated = updatedAt.getTime() - publishedAt.getTime() > lastTouches
  const sameDay = publishedAt.toISOString().slice(0, 10) === updatedAt.toISOString().slice(0, 10)
  return (
    <div className="byline">
      <Portrait author={author} />
      {/* These words are the publication's, whichever way the story runs. */}
      <div dir={textDirection(language)}>
        <p>
          Posted by{" "}
          <a href={`/authors/${author.slug}`} rel="author" dir="auto">
            {author.name}
          </a>
        </p>
        <p className="text-ink-soft">
          <Moment date={publishedAt} language={language} />
        </p>
        {updated ? (
          <p className="text-ink-soft">
            Updated <Moment date={updatedAt} language={language} withTime={sameDay} />
          </p>
        ) : null}
      </div>
    </div>
  )
}
