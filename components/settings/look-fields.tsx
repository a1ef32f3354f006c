import { AccentField } from "@/components/settings/accent-field"
import { Group } from "@/components/settings/group"
import { Checkbox } from "@/components/ui/checkbox"
import { Field, TextArea } from "@/components/ui/field"
import type { FormState } from "@/lib/form-state"
import type { Settings } from "@/lib/settings/shape"

/** How the publication looks, and how somebody reaches it. */
export function LookFields({ settings, state }: { settings: Settings; state: FormState }) {
  return (
    <Group title="Looks and contact">
      <AccentField accent={settings.accent} state={state} />
      <Checkbox
        name="nameBesideLogo"
        label="Show the name beside the logo"
        hint="Where there is a logo. Untick this if the logo already contains the name."
        checked={settings.nameBesideLogo}
        state={state}
      />
      <Field
        name="contactEmail"
        label="Contact address"
        hint="For the foot of each page, search engines and those who report a security hole. May be empty."
        type="email"
        defaultValue={settings.contactEmail}
        maxLength={254}
        autoComplete="off"
        dir="ltr"
        state={state}
      />
      <TextArea
        name="imprint"
        label="Imprint"
        hint="Who answers for the publication, for the foot of each page. Some countries want it. May be empty."
        defaultValue={settings.imprint}
        rows={4}
        maxLength={2000}
        state={state}
      />
    </Group>
  )
}
