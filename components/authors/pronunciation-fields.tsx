import type { ProfilePart } from "@/components/authors/profile-part"
import { Field } from "@/components/ui/field"
import { authorLimits as limits } from "@/lib/authors/limits"

/** How an author is spoken of. */
export function PronunciationFields({ profile, state }: ProfilePart) {
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field
        name="pronouns"
        label="Pronouns"
        hint="Optional, for example “she/her”."
        autoComplete="off"
        maxLength={limits.pronouns}
        defaultValue={profile.pronouns}
        state={state}
      />
      <Field
        name="pronunciation"
        label="Pronunciation"
        hint="Optional, for example “HYUN-joo”."
        autoComplete="off"
        maxLength={limits.pronunciation}
        defaultValue={profile.pronunciation}
        state={state}
      />
    </div>
  )
}
