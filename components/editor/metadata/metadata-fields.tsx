import { useState } from "react"
import { MetadataPreview } from "@/components/editor/metadata/metadata-preview"
import { Field, TextArea } from "@/components/ui/field"
import type { FormState } from "@/lib/form-state"
import type { Picture } from "@/lib/media/types"
import { postLimits } from "@/lib/posts/limits"
import type { StoryMetadata } from "@/lib/posts/metadata"

export type MetadataSite = {
  siteUrl: string
  /** What links show of stories without a picture. */
  picture: Picture | null
  /** How the text began when the page was opened. */
  opening: string
}

type Props = {
  fields: StoryMetadata & {
    title: string
    standfirst: string
    slug: string
    pictureAlt: string
    leadMediaId: string
    picture: string
  }
  lead: Picture | null
  /** The address as it stands. */
  slug: string
  site: MetadataSite
  state: FormState
}

/** What search engines and links elsewhere say of the story, where it is not its title and its standfirst. */
export function MetadataFields({ fields, lead, slug, site, state }: Props) {
  const [open, setOpen] = useState(false)
  const wrong = state.status === "refused" && names.some((name) => state.errors[name])
  return (
    <details
      open={open || wrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="border-t border-rule pt-3"
    >
      <summary className="cursor-pointer text-sm font-bold">Search and social</summary>
      <div className="mt-4 flex flex-col gap-4">
        <Field
          name="searchTitle"
          label="Headline in search results"
          hint="Leave empty to use the title."
          defaultValue={fields.searchTitle}
          maxLength={postLimits.searchTitle}
          state={state}
          autoComplete="off"
        />
        <TextArea
          name="searchDescription"
          label="Text in search results"
          hint="Leave empty to use the standfirst."
          rows={3}
          defaultValue={fields.searchDescription}
          maxLength={postLimits.searchDescription}
          state={state}
        />
        <Field
          name="socialTitle"
          label="Headline on social networks"
          hint="Leave empty to use the title."
          defaultValue={fields.socialTitle}
          maxLength={postLimits.socialTitle}
          state={state}
          autoComplete="off"
        />
        <TextArea
          name="socialDescription"
          label="Text on social networks"
          hint="Leave empty to use the standfirst."
          rows={3}
          defaultValue={fields.socialDescription}
          maxLength={postLimits.socialDescription}
          state={state}
        />
        <Field
          name="canonicalUrl"
          label="Canonical URL"
          hint="Only for a story that appeared on another site first: its whole address there."
          defaultValue={fields.canonicalUrl}
          maxLength={postLimits.canonicalUrl}
          state={state}
          type="text"
          inputMode="url"
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
        />
        {open || wrong ? <MetadataPreview {...{ fields, lead, slug, site }} /> : null}
      </div>
    </details>
  )
}

const names = ["searchTitle", "searchDescription", "socialTitle", "socialDescription", "canonicalUrl"]
