import { useState } from "react"
import { StoryOptions, StoryOptionsByTag } from "@/components/front/story-options"
import { Select } from "@/components/ui/field"
import { RowTools } from "@/components/ui/row-tools"
import { useEarlyValue } from "@/components/ui/use-early-value"
import { useHydrated } from "@/components/ui/use-hydrated"
import type { RowValues } from "@/lib/form-rows"
import type { FormState } from "@/lib/form-state"
import { sectionSizes } from "@/lib/front/limits"
import type { FrontChoices } from "@/lib/front/types"

type Props = {
  number: number
  count: number
  row: RowValues
  state: FormState
  arranged?: string
  choices: FrontChoices
}

/** One section: its tag, what opens it, and how much it shows. */
export function SectionRow({ number, count, row, state, arranged, choices }: Props) {
  const { tag = "", lead = "", size = "" } = row
  const [chosen, setChosen] = useState(tag)
  const tags = useEarlyValue<HTMLSelectElement>(({ value }) => setChosen(value))
  const hydrated = useHydrated()
  return (
    <li className="grid items-end gap-x-4 gap-y-2 border-t border-rule pt-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_5rem_auto]">
      <Select
        ref={tags}
        name={`tag-${number}`}
        label={`Section ${number}`}
        defaultValue={tag}
        state={state}
        autoFocus={arranged === `row ${number}`}
        onChange={({ target }) => setChosen(target.value)}
      >
        <option value="">Choose a tag…</option>
        {choices.tags.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        // A select whose options are exchanged forgets its choice: another one begins with it.
        key={hydrated ? chosen : "all"}
        name={`lead-${number}`}
        label={`Section ${number} opens with`}
        defaultValue={lead}
        state={state}
      >
        <option value="">The newest</option>
        {hydrated ? (
          <StoryOptions stories={choices.stories.filter(({ tagIds }) => tagIds.includes(Number(chosen)))} />
        ) : (
          <StoryOptionsByTag {...choices} />
        )}
      </Select>
      <Select
        name={`size-${number}`}
        label="Stories"
        aria-label={`Stories of section ${number}`}
        defaultValue={size}
        state={state}
      >
        {sectionSizes.map((stories) => (
          <option key={stories} value={stories}>
            {stories}
          </option>
        ))}
      </Select>
      <RowTools number={number} count={count} about={`section ${number}`} arranged={arranged} />
    </li>
  )
}
