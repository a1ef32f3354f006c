import type { ReactNode } from "react"

type Props = {
  slug: string
  title: string
  /** What the page is about where it is not simply the story's thread. */
  heading?: ReactNode
  page: number
  pages: number
}

/** What a page of comments says at its top: which story they are on with the way there, and which page it is. */
export function ThreadHead({ slug, title, heading, page, pages }: Props) {
  const story = (
    <a href={`/posts/${slug}`} dir="auto">
      {title}
    </a>
  )
  const part = pages > 1 ? `Page ${page} of ${pages}` : null
  return (
    <div className="thread-head">
      <h1>{heading ?? <>Comments on {story}</>}</h1>
      <p>
        {heading ? <>On {story}</> : null}
        {heading && part ? " · " : null}
        {part}
      </p>
    </div>
  )
}
