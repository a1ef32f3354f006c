import { type PageLink, PagesBelow } from "@/components/pages/pages-below"
import { type Pictures, pageFigure } from "@/components/posts/figures"
import { richTextHtml } from "@/components/posts/rich-text-html"
import { Markup } from "@/components/ui/markup"
import { directionOf } from "@/lib/text/direction"

type Props = {
  page: {
    title: string
    body: unknown
    pictures: Pictures
    parent: { slug: string; title: string } | null
    children: PageLink[]
  }
}

/** A page without a date, under the one above it and over those below it; the desk's preview shows the same. */
export function SitePage({ page: { title, body, pictures, parent, children } }: Props) {
  return (
    <article className="story" dir={directionOf(title)}>
      <header className="story-head">
        {parent ? (
          <nav aria-label="Breadcrumb" className="kicker">
            <a href={`/${parent.slug}`} dir="auto">
              {parent.title}
            </a>
          </nav>
        ) : null}
        <h1 className="text-title text-balance" dir="auto">
          {title}
        </h1>
      </header>
      <Markup className="story-body prose" dir="auto" html={richTextHtml(body, pageFigure(pictures))} />
      <PagesBelow pages={children} />
    </article>
  )
}
