import { Moment } from "@/components/site/moment"
import type { OwnState } from "@/lib/comments/self-service/state"
import { spellOutBlackouts } from "@/lib/text/blackout"
import type { Locale } from "@/lib/text/format-date"

type Mine = {
  id: number
  name: string
  body: string
  createdAt: Date
  provedAt: Date | null
  post: { title: string }
  state: OwnState
  /** Its author's page. */
  page: string
  /** Its place on the page of its story, where readers find that. */
  story: string | null
}

/** One person's comments, the newest first, each with how it stands. */
export function MineList({ comments, count, locale }: { comments: Mine[]; count: number; locale: Locale }) {
  if (count === 0) return <p className="own-matter">No comment is kept under this address.</p>
  return (
    <section className="own-matter" aria-labelledby="comments-title">
      <h2 id="comments-title">{count === 1 ? "One comment" : `${count} comments`}</h2>
      {count > comments.length ? (
        <p className="soft">The newest {comments.length} are shown; the file below holds all.</p>
      ) : null}
      <ul className="flex w-full flex-col gap-6">
        {comments.map((comment) => (
          <li key={comment.id}>
            <p className="soft">
              <b dir="auto">{comment.name}</b> under{" "}
              {comment.story ? (
                <a href={comment.story}>
                  <bdi>{comment.post.title}</bdi>
                </a>
              ) : (
                <bdi>{comment.post.title}</bdi>
              )}
              , <Moment date={comment.createdAt} locale={locale} withTime />
            </p>
            <blockquote dir="auto" className="my-2">
              {spellOutBlackouts(comment.body)}
            </blockquote>
            <p>
              {states[comment.state.kind]}{" "}
              {comment.provedAt ? "Proved to be yours." : "Not proved to be yours."}
            </p>
            <p>
              <a href={comment.page}>Open its own page</a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const states: Record<OwnState["kind"], string> = {
  waiting: "Awaiting moderation.",
  shown: "On the page.",
  refused: "Not published.",
  deleted: "Deleted.",
}
