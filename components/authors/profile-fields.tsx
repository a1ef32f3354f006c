import { Field, TextArea } from "@/components/ui/field"
import { authorLimits as limits } from "@/lib/authors/limits"
import type { Profile } from "@/lib/authors/types"
import type { FormState } from "@/lib/form-state"

/** A profile as its form shows it; number and version are 0 while there is none. */
export type ProfileFields = Omit<Profile, "kind"> & { id: number; version: number; portraitId: number | null }

type Part = { profile: ProfileFields; state: FormState }

export function NameFields({ profile, deskName, state }: Part & { deskName: string | undefined }) {
  return (
    <>
      <Field
        name="name"
        label="Name"
        hint="As readers see it on stories."
        autoComplete="off"
        required
        maxLength={limits.name}
        defaultValue={profile.name}
        state={state}
      />
      {deskName === undefined ? null : (
        <Field
          name="deskName"
          label="Name at the desk"
          hint="As colleagues see you."
          autoComplete="off"
          required
          maxLength={limits.name}
          defaultValue={deskName}
          state={state}
        />
      )}
      <Field
        name="title"
        label="Title"
        hint="For example “Reporter”."
        autoComplete="off"
        maxLength={limits.title}
        defaultValue={profile.title}
        state={state}
      />
    </>
  )
}

export function SpokenFields({ profile, state }: Part) {
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

export function BioField({ profile, state }: Part) {
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

export function LinksField({ profile, state }: Part) {
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
