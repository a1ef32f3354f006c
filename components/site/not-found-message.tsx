import { PostLines } from "@/components/posts/post-lines"
import type { PostSummary } from "@/components/posts/types"
import type { Locale } from "@/lib/text/format-date"

type Props = {
  posts: PostSummary[]
  locale: Locale
  /** Whether the address is one of those that are mailed to the newsletter's readers. */
  newsletter: boolean
}

/** What a wrong address answers; the same words whether a page never was, is not yet, or is no more. */
export function NotFoundMessage({ posts, locale, newsletter }: Props) {
  return (
    <>
      <h1 className="page-title">There is no page at this address</h1>
      <p className="standfirst">
        It may have moved or been taken down. Go to the <a href="/">front page</a>
        {posts.length > 0 ? ", or read one of our newest stories." : "."}
      </p>
      <p className="mt-4 text-ink-soft">
        If you followed a link in a message, it may have been cut in two: copy the whole address from there.
        {newsletter ? (
          <>
            {" "}
            It also ends when your address is no longer kept; you can <a href="/newsletter">sign up again</a>.
          </>
        ) : null}
      </p>
      <div className="mt-10">
        <PostLines posts={posts} locale={locale} />
      </div>
    </>
  )
}
