import { Panel } from "@/components/desk/panel"
import { When } from "@/components/moderation/when"
import { type OverdueCause, overdueWords } from "@/lib/posts/overdue"

type Props = { stories: { id: number; title: string; at: Date; why: OverdueCause | null }[] }

/** Scheduled stories that should be out and are not, to be published or taken off the schedule. */
export function OverdueStories({ stories }: Props) {
  if (stories.length === 0) return null
  return (
    <div className="mb-6">
      <Panel title="Overdue stories">
        <ul className="mt-1.5">
          {stories.map(({ id, title, at, why }) => (
            <li key={id} className="relative -mx-2 rounded-sm px-2 py-2 hover:bg-raised">
              <a
                href={`/desk/posts/${id}`}
                dir="auto"
                className="block text-sm leading-snug font-medium text-ink no-underline after:absolute after:inset-0"
              >
                {title || "Untitled"}
              </a>
              <p className="mt-0.5 text-xs text-danger">
                {overdueWords[why ?? "late"]}. It was to go out on <When date={at} />.
              </p>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}
