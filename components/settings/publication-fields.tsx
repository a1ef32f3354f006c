import { AccentField } from "@/components/settings/accent-field"
import { Group } from "@/components/settings/group"
import { LanguageField } from "@/components/settings/language-field"
import { ZoneOptions } from "@/components/settings/zone-options"
import { Checkbox } from "@/components/ui/checkbox"
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
      <Group title="Looks and contact">
        <AccentField accent={settings.accent} state={state} />
        <Checkbox
          name="nameBesideLogo"
          label="Show the name beside the logo"
          hint="Where there is a logo. Take the tick away if the logo says the name itself."
          checked={settings.nameBesideLogo}
          state={state}
        />
        <p className="font-ui text-sm">
          <a href="/desk/settings/frame" className="text-accent underline underline-offset-2">
            Menu, footer and logo
          </a>
        </p>
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
