import type { ReactNode } from "react"
import { EmbargoNote } from "@/components/dates/dates-note"
import { StatusPill } from "@/components/editor/status-pill"
import { buttonClass } from "@/components/ui/button"
import type { PostStatus } from "@/lib/documents/post-statuses"

/** A writer's own story after an editor has taken it on. */
export function ReadOnlyStory({
  story,
  children,
}: {
  story: { id: number; slug: string; title: string; status: PostStatus; embargoUntil: Date | null }
  children: ReactNode
}) {
  return (
    <div className="max-w-measure">
      <StatusPill status={story.status} />
      <div className="mt-2 text-sm empty:hidden">
        <EmbargoNote until={story.embargoUntil} />
      </div>
      <h1 className="mt-3 text-3xl" dir="auto">
        {story.title || "Untitled"}
      </h1>
      <p className="mt-3 text-ink-soft">
        An editor has taken this story on, so only editors can change it now. Tell them if something should be
        different.
      </p>
      <p className="mt-5 flex flex-wrap gap-2">
        <a
          href={`/desk/posts/${story.id}/preview`}
          className={buttonClass({ look: "secondary", small: true })}
        >
          Preview
        </a>
        {story.status === "published" ? (
          <a href={`/posts/${story.slug}`} className={buttonClass({ look: "secondary", small: true })}>
            View story
          </a>
        ) : null}
        <a
          href={`/desk/posts/${story.id}/revisions`}
          className={buttonClass({ look: "secondary", small: true })}
        >
          Versions
        </a>
        <a href="/desk/posts" className={buttonClass({ look: "quiet", small: true })}>
          All stories
        </a>
      </p>
      {children}
    </div>
  )
}
