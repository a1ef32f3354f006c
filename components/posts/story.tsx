import { PictureCaption } from "@/components/media/picture-caption"
import { AuthorBox } from "@/components/posts/author-box"
import { Byline } from "@/components/posts/byline"
import { CorrectionNotes } from "@/components/posts/correction-notes"
import { type Pictures, pageFigure } from "@/components/posts/figures"
import { Kicker } from "@/components/posts/kicker"
import { hasPicture, PostPicture } from "@/components/posts/post-picture"
import { richTextHtml } from "@/components/posts/rich-text-html"
import { TagList } from "@/components/posts/tag-list"
import type { PostSummary } from "@/components/posts/types"
import { Markup } from "@/components/ui/markup"
import { plainText } from "@/lib/documents/rich-text"
import { eachOnce, type StoryByline } from "@/lib/posts/bylines"
import type { StoryCorrection } from "@/lib/posts/corrections"
import { directionOf, textDirection } from "@/lib/text/direction"
import type { Locale } from "@/lib/text/format-date"
import { unlessEnglish } from "@/lib/text/language"

type Props = {
  post: Omit<PostSummary, "bylines" | "commentCount"> & {
    body: unknown
    pictures: Pictures
    updatedAt: Date
    corrections: StoryCorrection[]
    bylines: StoryByline[]
  }
  locale: Locale
  comments?: number
  /** Where readers say what is wrong with it. */
  reportUrl?: string
  /** Whether it stands in a frame whose links open in the whole window. */
  framed?: boolean
}

/** A story from its kicker to its authors' bios; the desk's preview shows the same. */
export function Story({ post, locale, comments, reportUrl, framed = false }: Props) {
  const dir = directionOf(post.title)
  // Words that are not the story's run as the rest of the publication does.
  const publication = textDirection(locale.language)
  const words = publication === dir ? undefined : publication
  return (
    <article className="story" dir={dir}>
      <header className="story-head">
        <Kicker tags={post.tags} />
        <h1 className="text-title text-balance" dir="auto">
          {post.title}
        </h1>
        {post.standfirst ? (
          <p className="standfirst" dir="auto">
            {post.standfirst}
          </p>
        ) : null}
      </header>
      <div className="story-aside">
        <Byline post={post} locale={locale} comments={comments} dir={words} />
      </div>
      <CorrectionNotes corrections={post.corrections} place="top" locale={locale} />
      {hasPicture(post) ? (
        <figure className="story-picture" lang={unlessEnglish(locale.language)}>
          <PostPicture post={post} shape="story" alt={post.pictureAlt} eager />
          <PictureCaption caption={post.lead?.caption} credit={post.lead?.credit} />
        </figure>
      ) : null}
      <Markup
        className={`story-body prose ${opensWithLetter(post.body) ? "opening" : ""}`}
        dir="auto"
        html={richTextHtml(post.body, pageFigure(post.pictures), { framed })}
      />
      <CorrectionNotes corrections={post.corrections} place="foot" locale={locale} />
      <div className="story-foot">
        <TagList tags={post.tags} />
        {reportUrl ? (
          <p className="story-report" dir={words}>
            <a href={reportUrl}>Something wrong here? Tell us</a>
          </p>
        ) : null}
      </div>
      {eachOnce(post.bylines).map((author) => (
        <AuthorBox key={author.slug} author={author} language={locale.language} dir={words} />
      ))}
    </article>
  )
}

/**
 * Whether the first letter can be set large: letters of a joined script may not be torn from their word, and beside
 * three lines' height a paragraph of one or two leaves a hole.
 */
function opensWithLetter(body: unknown): boolean {
  const [first = ""] = plainText(body, "\n").split("\n", 1)
  return first.length >= shortestOpening && /^\p{Script=Latin}/u.test(first)
}

/** Three lines of the widest column. */
const shortestOpening = 210
