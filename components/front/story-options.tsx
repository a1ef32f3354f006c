import type { FrontChoices } from "@/lib/front/types"

/** Stories to choose from, newest first. */
export function StoryOptions({ stories }: Pick<FrontChoices, "stories">) {
  return stories.map(({ id, title }) => (
    <option key={id} value={id}>
      {title}
    </option>
  ))
}

/** The same under the names of their tags; one with two tags is there twice. */
export function StoryOptionsByTag({ stories, tags }: FrontChoices) {
  return tags.map(({ id, name }) => {
    const ofTag = stories.filter(({ tagIds }) => tagIds.includes(id))
    return ofTag.length > 0 ? (
      <optgroup key={id} label={name}>
        <StoryOptions stories={ofTag} />
      </optgroup>
    ) : null
  })
}
