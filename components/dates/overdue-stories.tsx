import { Panel } from "@/components/desk/panel"
import { StoryRow } from "@/components/desk/story-list"
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
            <StoryRow key={id} id={id} title={title}>
              <p className="mt-0.5 text-xs text-danger">
                {overdueWords[why ?? "late"]}. It was to go out on <When date={at} />.
              </p>
            </StoryRow>
          ))}
        </ul>
      </Panel>
    </div>
  )
}
