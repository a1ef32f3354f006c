import { Field, Select } from "@/components/ui/field"
import type { FormState } from "@/lib/form-state"
import { postLimits } from "@/lib/posts/limits"
import { commentModes, modeWords } from "@/lib/settings/comment-modes"

export type StoryFields = {
  title: string
  standfirst: string
  /** Empty while the address follows the title. */
  slug: string
  tags: string
  authorId: string
  picture: string
  pictureAlt: string
  commentMode: string
}

type Props = {
  fields: StoryFields
  bylines: { id: number; name: string }[]
  errors: Record<string, string>
  /** The address as it stands, and whether readers know it. */
  address: { slug: string; isKnown: boolean } | null
}

/** What belongs to a story beside its text. */
export function SettingsPanel({ fields, bylines, errors, address }: Props) {
  const state: FormState = { status: "refused", errors, values: {} }
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-3 text-base font-bold">About the story</legend>
      <Select name="authorId" label="Author" defaultValue={fields.authorId} state={state}>
        {bylines.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Field
        name="tags"
        label="Tags"
        hint="Parted by commas; the first is the kicker."
        defaultValue={fields.tags}
        state={state}
        autoComplete="off"
      />
      <Field
        name="slug"
        label="Address"
        hint={
          address?.isKnown
            ? "Whoever has the old address is led to the new one."
            : "Empty: made from the title."
        }
        defaultValue={fields.slug}
        placeholder={address?.slug}
        maxLength={postLimits.slug}
        state={state}
        autoCapitalize="off"
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
      />
      <Select name="commentMode" label="Comments" defaultValue={fields.commentMode} state={state}>
        <option value="">As the publication&rsquo;s settings say</option>
        {commentModes.map((mode) => (
          <option key={mode} value={mode}>
            {modeWords[mode]}
          </option>
        ))}
      </Select>
      <Field
        name="picture"
        label="Picture"
        hint="Its address on this site."
        defaultValue={fields.picture}
        placeholder="/uploads/…"
        maxLength={postLimits.picture}
        state={state}
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
      />
      <Field
        name="pictureAlt"
        label="Picture in words"
        hint="For those who do not see it."
        defaultValue={fields.pictureAlt}
        maxLength={postLimits.alt}
        state={state}
        autoComplete="off"
      />
    </fieldset>
  )
}
