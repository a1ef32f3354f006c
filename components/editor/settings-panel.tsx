import { LocalTimeField } from "@/components/desk/local-time-field"
import { AddressField } from "@/components/editor/address-field"
import { AudienceFields } from "@/components/editor/audience-fields"
import type { GuestAnswer } from "@/components/editor/bylines/add-byline"
import { type BylineChoice, BylinesField } from "@/components/editor/bylines/bylines-field"
import { LeadPictureField } from "@/components/editor/lead-picture-field"
import { MetadataFields, type MetadataSite } from "@/components/editor/metadata/metadata-fields"
import type { StoryFields } from "@/components/editor/story-fields"
import { TagField } from "@/components/editor/tags/tag-field"
import { UpdateFields } from "@/components/editor/update-fields"
import type { LeadPicture } from "@/components/editor/use-lead-picture"
import { Field, TextArea } from "@/components/ui/field"
import type { FormState } from "@/lib/form-state"
import { postLimits } from "@/lib/posts/limits"

type Props = {
  fields: StoryFields
  /** The lead picture of the library. */
  lead: LeadPicture
  bylines: BylineChoice
  makeGuest: (form: FormData) => Promise<GuestAnswer>
  /** Tags that there are, to complete what is typed. */
  tagNames: readonly string[]
  /** Whether this person decides about the front page. */
  mayArrange: boolean
  errors: Record<string, string>
  /** The address as it stands, and whether readers know it. */
  address: { slug: string; isKnown: boolean } | null
  /** Where readers are told of the mistakes of a published story. */
  correctionsUrl: string | null
  /** Whether this person can choose when it goes out. */
  maySchedule: boolean
  site: MetadataSite
}

/** What belongs to a story beside its text. */
export function SettingsPanel({
  fields,
  lead,
  bylines,
  makeGuest,
  tagNames,
  mayArrange,
  errors,
  address,
  correctionsUrl,
  maySchedule,
  site,
}: Props) {
  const state: FormState = { status: "refused", errors, values: {} }
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-3 text-base font-bold">Story details</legend>
      <TextArea
        name="note"
        label="Note"
        hint="For colleagues. It goes along with the next step: submitting, sending back, approving, publishing."
        rows={2}
        maxLength={postLimits.note}
        state={state}
      />
      {maySchedule ? (
        <LocalTimeField
          name="publishAt"
          label="Publish at"
          hint="Used by the Schedule button."
          defaultValue={fields.publishAt}
          defaultTurn={fields.publishAtTurn}
          state={state}
        />
      ) : null}
      <BylinesField value={fields.bylines} choice={bylines} error={errors.bylines} makeGuest={makeGuest} />
      <TagField tags={fields.tags} known={tagNames} state={state} />
      <AddressField slug={fields.slug} address={address} state={state} />
      <AudienceFields fields={fields} mayArrange={mayArrange} state={state} />
      {correctionsUrl ? <UpdateFields correctionsUrl={correctionsUrl} state={state} /> : null}
      <LeadPictureField
        id={fields.leadMediaId}
        legacyUrl={fields.picture}
        lead={lead}
        error={errors.leadMediaId ?? errors.picture}
      />
      <Field
        name="pictureAlt"
        label="Alt text"
        hint="Describe the picture for people who cannot see it."
        defaultValue={fields.pictureAlt}
        maxLength={postLimits.alt}
        state={state}
        autoComplete="off"
      />
      <MetadataFields {...{ fields, site, state }} lead={lead.picture} slug={address?.slug ?? "new-story"} />
    </fieldset>
  )
}
