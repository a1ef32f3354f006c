import { StoryOptions } from "@/components/front/story-options"
import { Field, Select } from "@/components/ui/field"
import type { FormState } from "@/lib/form-state"
import type { FrontChoices } from "@/lib/front/types"

type Props = {
  lead: { post: string; until: string }
  stories: FrontChoices["stories"]
  timeZone: string
  state: FormState
}

/** What the front page opens with, and until when. */
export function LeadFields({ lead, stories, timeZone, state }: Props) {
  return (
    <fieldset className="flex flex-col gap-4 border-t border-rule pt-3">
      <legend className="float-start mb-3 w-full text-base font-bold">The lead</legend>
      <Select
        name="leadPost"
        label="Lead story"
        hint="What the front page opens with. Without one it is one of the newest, with a picture if there is one."
        defaultValue={lead.post}
        state={state}
        className="clear-both"
      >
        <option value="">One of the newest</option>
        <StoryOptions stories={stories} />
      </Select>
      <Field
        name="leadUntil"
        label="Until"
        hint={`When the newest stories lead again, by the clocks of ${timeZone.replaceAll("_", " ")}. Leave empty for no end.`}
        type="datetime-local"
        defaultValue={lead.until}
        state={state}
        className="sm:max-w-xs"
      />
    </fieldset>
  )
}
