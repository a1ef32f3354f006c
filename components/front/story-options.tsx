import type { FrontChoices } from "@/lib/front/types"

/** Stories to choose from, newest first. */
export function StoryOptions({ stories }: Pick<FrontChoices, "stories">) {
  return stories.map(({ id, title }) => (
    <option key={id} value={id}>
      {title}
    </option>
  ))
}
