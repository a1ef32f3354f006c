import { NameList } from "@/components/desk/name-list"
import { timeAgo } from "@/lib/text/time-ago"

type Story = { id: number; title: string; at: Date; byline: string[] }

/** Stories in few words: what, whose, since when. The whole row leads to the story. */
export function StoryList({ stories, empty }: { stories: Story[]; empty: string }) {
  if (stories.length === 0) return <p className="mt-2 text-sm text-ink-soft">{empty}</p>
  return (
    <ul className="mt-1.5">
      {stories.map(({ id, title, at, byline }) => (
        <li key={id} className="relative -mx-2 rounded-sm px-2 py-2 hover:bg-raised">
          <a
            href={`/desk/posts/${id}`}
            dir="auto"
            className="block text-sm leading-snug font-medium text-ink no-underline after:absolute after:inset-0"
          >
            {title || "Untitled"}
          </a>
          <p className="mt-0.5 text-xs text-ink-soft">
            <NameList names={byline} /> · <time dateTime={at.toISOString()}>{timeAgo(at)}</time>
          </p>
        </li>
      ))}
    </ul>
  )
}
