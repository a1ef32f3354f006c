import { type ListedStory, StoryTableRow } from "@/components/editor/story-table-row"

/** Stories in rows; on a narrow screen each row folds to two lines. */
export function StoryTable({ stories, open }: { stories: ListedStory[]; open: Record<number, string[]> }) {
  return (
    <table className="block w-full text-sm lg:table">
      <caption className="sr-only">Stories</caption>
      <thead className="sr-only lg:not-sr-only lg:table-header-group">
        <tr className="border-b border-ink text-start text-xs text-ink-soft">
          <th className="w-8 py-2">
            <span className="sr-only">Select</span>
          </th>
          <th className="py-2 pe-3 text-start font-semibold">Title</th>
          <th className="w-28 py-2 pe-3 text-start font-semibold">Status</th>
          <th className="w-44 py-2 pe-3 text-start font-semibold">Authors</th>
          <th className="w-36 py-2 pe-3 text-start font-semibold">Saved</th>
          <th className="w-24 py-2 text-end font-semibold">Comments</th>
        </tr>
      </thead>
      <tbody className="block lg:table-row-group">
        {stories.map((story) => (
          <StoryTableRow key={story.id} story={story} open={open[story.id]} />
        ))}
      </tbody>
    </table>
  )
}
