import { Group } from "@/components/settings/group"
import { ZoneOptions } from "@/components/settings/zone-options"
import { Field, Select, TextArea } from "@/components/ui/field"
import type { FormState } from "@/lib/form-state"
import type { Settings } from "@/lib/settings/shape"

type Props = { settings: Settings; zones: string[]; state: FormState }

/** What the publication is called and says of itself. */
export function PublicationFields({ settings, zones, state }: Props) {
  return (
    <>
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
        <Field
          name="language"
          label="Language"
          hint="The code of the language that stories are written in, as en or pt-BR. Usually en."
          defaultValue={settings.language}
          required
          maxLength={35}
          autoCapitalize="off"
          spellCheck={false}
          dir="ltr"
          state={state}
          className="max-w-xs"
        />
        <Select
          name="timeZone"
          label="Time zone"
          hint="Where your readers are: dates are written in it, and the archive goes by its months."
          defaultValue={settings.timeZone}
          state={state}
          className="max-w-xs"
        >
          <ZoneOptions zones={zones} />
        </Select>
      </Group>
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
