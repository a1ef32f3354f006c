import { Portrait } from "@/components/posts/portrait"
import type { Profile } from "@/components/posts/types"

/** The author's bio at the end of a story. */
export function AuthorBox({ author }: { author: Profile }) {
  return (
    <section className="author-box" aria-labelledby="author">
      <Portrait author={author} large />
      <div>
        <h2 id="author" className="text-2xl" dir="auto">
          <a href={`/authors/${author.slug}`} className="headline-link">
            {author.name}
          </a>
        </h2>
        {author.title ? (
          <p className="font-ui text-sm text-ink-soft" dir="auto">
            {author.title}
          </p>
        ) : null}
        {author.bio ? (
          <p className="mt-2" dir="auto">
            {author.bio}
          </p>
        ) : null}
      </div>
    </section>
  )
}
