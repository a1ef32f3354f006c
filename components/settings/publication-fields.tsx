import { Group } from "@/components/settings/group"
import { LanguageField } from "@/components/settings/language-field"
import { LookFields } from "@/components/settings/look-fields"
import { ZoneOptions } from "@/components/settings/zone-options"
import { Field, Select, TextArea } from "@/components/ui/field"
import type { FormState } from "@/lib/form-state"
import type { Settings } from "@/lib/settings/shape"

type Props = {
  settings: Settings
  zones: string[]
  /** With their names in themselves. */
  languages: { code: string; name: string }[]
  state: FormState
}

/** What the publication is called and says of itself. */
export function PublicationFields({ settings, zones, languages, state }: Props) {
  return (
    <>
      <NameFields {...{ settings, zones, languages, state }} />
      <LookFields settings={settings} state={state} />
      <Group title="The newsletter">
        <Field
          name="newsletterHeading"
          label="Heading of its form"
          defaultValue={settings.newsletterHeading}
          required
          maxLength={120}
          state={state}
        />
        <TextArea
          name="newsletterPitch"
          label="What it brings"
          hint="Under the heading. May be empty."
          defaultValue={settings.newsletterPitch}
          rows={4}
          maxLength={500}
          state={state}
        />
      </Group>
    </>
  )
}

function NameFields({ settings, zones, languages, state }: Props) {
  return (
    <Group title="The publication">
      <Field
        name="publicationName"
        label="Name"
        defaultValue={settings.publicationName}
        required
        maxLength={100}
        state={state}
      />
      <Field
        name="tagline"
        label="Tagline"
        hint="A line beside the name. May be empty."
        defaultValue={settings.tagline}
        maxLength={200}
        state={state}
      />
      <TextArea
        name="description"
        label="Description"
        hint="For the foot of each page, search engines and feeds. May be empty."
        defaultValue={settings.description}
        rows={4}
        maxLength={500}
        state={state}
      />
      <LanguageField
        chosen={settings.language}
        languages={languages}
        hint="What stories are written in. Pages run from right to left where the language does."
        state={state}
        className="sm:max-w-xs"
      />
      <Select
        name="timeZone"
        label="Time zone"
        hint="Where your readers are: dates are written in it, and the archive goes by its months."
        defaultValue={settings.timeZone}
        state={state}
        className="sm:max-w-xs"
      >
        <ZoneOptions zones={zones} />
      </Select>
    </Group>
  )
}
