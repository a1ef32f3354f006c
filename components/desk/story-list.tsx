import type { ReactNode } from "react"
import { NameList } from "@/components/desk/name-list"
import { timeAgo } from "@/lib/text/time-ago"

type Story = { id: number; title: string; at: Date; byline: string[] }

/** Stories in few words: what, whose, since when. */
export function StoryList({ stories, empty }: { stories: Story[]; empty: string }) {
  if (stories.length === 0) return <p className="mt-2 text-sm text-ink-soft">{empty}</p>
  return (
    <ul className="mt-1.5">
      {stories.map(({ id, title, at, byline }) => (
        <StoryRow key={id} id={id} title={title}>
          <p className="mt-0.5 text-xs text-ink-soft">
            <NameList names={byline} /> · <time dateTime={at.toISOString()}>{timeAgo(at)}</time>
          </p>
        </StoryRow>
      ))}
    </ul>
  )
}

/** One story of a list; the whole row leads to it. */
export function StoryRow({ id, title, children }: { id: number; title: string; children: ReactNode }) {
  return (
    <li className="relative -mx-2 rounded-sm px-2 py-2 hover:bg-raised">
      <a
        href={`/desk/posts/${id}`}
        className="block text-sm leading-snug font-medium text-ink no-underline after:absolute after:inset-0"
      >
        <bdi>{title || "Untitled"}</bdi>
      </a>
      {children}
    </li>
  )
}
