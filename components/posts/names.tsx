import { Fragment } from "react"
import { listParts } from "@/lib/text/list-words"

type Props = { authors: readonly { slug: string; name: string }[]; language: string; className?: string }

/** Names that lead to their authors, joined as the publication's language does it. */
export function Names({ authors, language, className }: Props) {
  return listParts(authors.length, language).map((part, at) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: what joins the names has no other name, and nothing moves
    if ("words" in part) return <Fragment key={at}>{part.words}</Fragment>
    const author = authors[part.item]
    return author ? (
      <a key={author.slug} href={`/authors/${author.slug}`} rel="author" dir="auto" className={className}>
        {author.name}
      </a>
    ) : null
  })
}
