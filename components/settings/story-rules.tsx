import { Group } from "@/components/settings/group"
import { Checkbox } from "@/components/ui/checkbox"
import { Select } from "@/components/ui/field"
import type { FormState } from "@/lib/form-state"
import { keptVersionsRules, keptVersionsWords } from "@/lib/settings/kept-versions"
import type { Settings } from "@/lib/settings/shape"

/** Who publishes stories, and what is kept of them. */
export function StoryRules({ settings, state }: { settings: Settings; state: FormState }) {
  return (
    <Group title="Stories">
      <Checkbox
        name="approvalByAnother"
        label="Require a second person to approve each story"
        hint="Whoever began a story, or is credited on it, publishes it only after a colleague has approved it as it stands. With one editor this leaves nobody to approve."
        checked={settings.approvalByAnother}
        state={state}
      />
      <Checkbox
        name="standfirstRequired"
        label="Ask for a standfirst before publishing"
        hint="The sentence or two below the headline. Publishing without one takes a second press, which the log records."
        checked={settings.standfirstRequired}
        state={state}
      />
      <Select
        name="versionsKept"
        label="Keep earlier versions for"
        hint="Of every story. What readers have ever seen is kept for good, and so is what somebody has given a name."
        defaultValue={settings.versionsKept}
        state={state}
        className="max-w-md"
      >
        {keptVersionsRules.map((rule) => (
          <option key={rule} value={rule}>
            {keptVersionsWords[rule]}
          </option>
        ))}
      </Select>
    </Group>
  )
}
