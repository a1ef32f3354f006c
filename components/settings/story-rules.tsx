import { Group } from "@/components/settings/group"
import { Select } from "@/components/ui/field"
import type { FormState } from "@/lib/form-state"
import { keptVersionsRules, keptVersionsWords } from "@/lib/settings/kept-versions"
import type { Settings } from "@/lib/settings/shape"

/** What is kept of stories. */
export function StoryRules({ settings, state }: { settings: Settings; state: FormState }) {
  return (
    <Group title="Stories">
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
