import { LocalTimeField } from "@/components/desk/local-time-field"
import { AddressField } from "@/components/editor/address-field"
import type { GuestAnswer } from "@/components/editor/bylines/add-byline"
import { type BylineChoice, BylinesField } from "@/components/editor/bylines/bylines-field"
import { LeadPictureField } from "@/components/editor/lead-picture-field"
import { MetadataFields, type MetadataSite } from "@/components/editor/metadata/metadata-fields"
import { TagField } from "@/components/editor/tags/tag-field"
import { UpdateFields } from "@/components/editor/update-fields"
import type { LeadPicture } from "@/components/editor/use-lead-picture"
import { Field, Select, TextArea } from "@/components/ui/field"
import type { FormState } from "@/lib/form-state"
import { postLimits } from "@/lib/posts/limits"
import type { StoryMetadata } from "@/lib/posts/metadata"
import { commentModes, modeWords } from "@/lib/settings/comment-modes"

export type StoryFields = StoryMetadata & {
  title: string
  standfirst: string
  /** Empty while the address follows the title. */
  slug: string
  tags: string
  /** Names and parts, as `bylines/entries.ts` writes them. */
  bylines: string
  leadMediaId: string
  /** Of a story from before there was a library: the address of its lead picture on this site. */
  picture: string
  pictureAlt: string
  commentMode: string
  /** "on" where the front page leaves it out. */
  offFrontPage: string
  /** When it goes out, by the clocks of the publication; empty where that is not known. */
  publishAt: string
  publishAtTurn?: "first" | "second" | undefined
}

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
      <Readers fields={fields} mayArrange={mayArrange} state={state} />
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

/** Who may comment, and whether the front page shows it. */
function Readers({ fields, mayArrange, state }: Pick<Props, "fields" | "mayArrange"> & { state: FormState }) {
  return (
    <>
      {/* Tells a mode that was chosen here from one that was only left as it was. */}
      <input type="text" hidden name="commentModeSeen" defaultValue={fields.commentMode} />
      <Select name="commentMode" label="Comments" defaultValue={fields.commentMode} state={state}>
        <option value="">The site&rsquo;s setting</option>
        {commentModes.map((mode) => (
          <option key={mode} value={mode}>
            {modeWords[mode]}
          </option>
        ))}
      </Select>
      {mayArrange ? (
        <Select name="offFrontPage" label="Front page" defaultValue={fields.offFrontPage} state={state}>
          <option value="">With the others, by date</option>
          <option value="on">Keep off the front page</option>
        </Select>
      ) : null}
    </>
  )
}
