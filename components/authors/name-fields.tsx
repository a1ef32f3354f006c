import type { ProfilePart } from "@/components/authors/profile-part"
import { Field } from "@/components/ui/field"
import { authorLimits as limits } from "@/lib/authors/limits"

type Props = ProfilePart & {
  /** The name at the desk of somebody whose stories carry another one. */
  deskName: string | undefined
}

export function NameFields({ profile, deskName, state }: Props) {
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
