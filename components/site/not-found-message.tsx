import { PostLines } from "@/components/posts/post-lines"
import type { PostSummary } from "@/components/posts/types"
import type { Locale } from "@/lib/text/format-date"

/** What a wrong address answers; the same words whether a page never was, is not yet, or is no more. */
export function NotFoundMessage({ posts, locale }: { posts: PostSummary[]; locale: Locale }) {
  return (
    <>
      <h1 className="page-title">There is no page at this address</h1>
      <p className="standfirst">
        It may have moved or been taken down. Go to the <a href="/">front page</a>
        {posts.length > 0 ? ", or read one of our newest stories." : "."}
      </p>
      <p className="mt-4 text-ink-soft">
        If you followed a link in a message, it may have been cut in two: copy the whole address from there. A
        link to the newsletter also ends when its address is no longer kept; you can{" "}
        <a href="/newsletter">sign up again</a>.
      </p>
      <div className="mt-10">
        <PostLines posts={posts} locale={locale} />
      </div>
    </>
  )
}
