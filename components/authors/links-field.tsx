import type { ProfilePart } from "@/components/authors/profile-part"
import { TextArea } from "@/components/ui/field"
import { authorLimits as limits } from "@/lib/authors/limits"

export function LinksField({ profile, state }: ProfilePart) {
  return (
    <TextArea
      name="links"
      label="Links"
      hint={`One address on each line, ${limits.links} at most.`}
      rows={3}
      defaultValue={profile.links.map((link) => link.replace(/^mailto:/, "")).join("\n")}
      autoCapitalize="off"
      spellCheck={false}
      dir="ltr"
      state={state}
    />
  )
}
