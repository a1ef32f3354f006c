import type { ProfilePart } from "@/components/authors/profile-part"
import { TextArea } from "@/components/ui/field"
import { authorLimits as limits } from "@/lib/authors/limits"

export function BioField({ profile, state }: ProfilePart) {
  return (
    <TextArea
      name="bio"
      label="Bio"
      hint="Shown at the end of stories and on the author’s page. Two or three sentences are enough."
      rows={5}
      maxLength={limits.bio}
      defaultValue={profile.bio}
      state={state}
    />
  )
}
