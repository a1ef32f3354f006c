import { permalink } from "@/lib/comments/thread/pages"
import type { QueueItem } from "@/lib/moderation/types"
import { spellOutBlackouts } from "@/lib/text/blackout"
import { When } from "./when"

/** Who said it, where and when, and in answer to what. The heading names the card. */
export function CardHeader({ item, headingId }: { item: QueueItem; headingId: string }) {
  const { post, parent } = item
  const place = item.status === "approved" ? permalink(post.slug, item.id) : `/posts/${post.slug}`
  return (
    <header className="flex min-w-0 grow flex-col gap-1 font-ui text-sm text-ink-soft">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <h2 id={headingId} className="font-ui font-normal text-sm [overflow-wrap:anywhere]">
            <bdi className="text-base font-semibold text-ink">{item.name}</bdi> on{" "}
            <a href={place} dir="auto" className="text-ink underline">
              {post.title}
            </a>
          </h2>
          {item.byStaff ? <Mark>Staff</Mark> : null}
          {item.proved ? <Mark>Address proved</Mark> : null}
        </div>
        <When date={item.createdAt} />
      </div>
      {parent ? (
        <blockquote className="line-clamp-2 border-s-2 border-rule ps-3 [overflow-wrap:anywhere]">
          In answer to <bdi className="font-semibold">{parent.name}</bdi>:{" "}
          <bdi>{spellOutBlackouts(parent.excerpt)}</bdi>
        </blockquote>
      ) : null}
    </header>
  )
}

function Mark({ children }: { children: string }) {
  return (
    <span className="rounded-full border border-edge px-2 text-xs leading-5 whitespace-nowrap">
      {children}
    </span>
  )
}
