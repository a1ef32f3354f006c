import { AuthorLinks } from "@/components/posts/author-links"
import { Portrait } from "@/components/posts/portrait"
import type { Profile } from "@/lib/authors/types"
import { unlessEnglish } from "@/lib/text/language"

type Props = { author: Profile; language: string; dir?: "ltr" | "rtl" | undefined }

/** An author's bio at the end of a story; nothing where the byline says it all. */
export function AuthorBox({ author, language, dir }: Props) {
  if (![author.title, author.bio, author.pronouns, author.links].some(({ length }) => length > 0)) return null
  const heading = `author-${author.slug}`
  return (
    <section className="author-box" aria-labelledby={heading}>
      <Portrait author={author} large />
      <div dir={dir}>
        <h2 id={heading} className="text-2xl">
          <a href={`/authors/${author.slug}`} className="headline-link">
            <bdi>{author.name}</bdi>
          </a>
        </h2>
        {author.title || author.pronouns ? (
          <p className="font-ui text-sm text-ink-soft">
            <AuthorLine author={author} />
          </p>
        ) : null}
        {author.bio ? (
          <p className="mt-2 whitespace-pre-line" lang={unlessEnglish(language)}>
            {author.bio}
          </p>
        ) : null}
        <AuthorLinks links={author.links} />
      </div>
    </section>
  )
}

/** Title and pronouns, whichever there are. */
export function AuthorLine({ author: { title, pronouns } }: { author: Pick<Profile, "title" | "pronouns"> }) {
  return (
    <>
      {title ? <bdi>{title}</bdi> : null}
      {title && pronouns ? " · " : null}
      {pronouns ? <bdi>{pronouns}</bdi> : null}
    </>
  )
}
