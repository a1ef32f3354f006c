"use client"

import { type ReactNode, useActionState } from "react"
import { type Choice, PortraitField } from "@/components/authors/portrait-field"
import { DeskForm } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import { Field, TextArea } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { authorLimits as limits } from "@/lib/authors/limits"
import type { Profile } from "@/lib/authors/types"
import { type FormState, idle } from "@/lib/form-state"

/** A profile as its form shows it; number and version are 0 while there is none. */
export type ProfileFields = Omit<Profile, "kind"> & { id: number; version: number; portraitId: number | null }

type Props = {
  action: FormAction
  profile: ProfileFields
  /** Pictures for whoever has no scripts; null where this person may choose no portrait. */
  choices: Choice[] | null
  /** The name at the desk of somebody whose stories carry another one. */
  deskName?: string
  /** Whether the address can be changed here. */
  withAddress?: boolean
  /** What readers see of it. */
  children?: ReactNode
}

/** What readers are told of an author. */
export function ProfileForm({ action, profile, choices, deskName, withAddress = false, children }: Props) {
  const [state, submit] = useActionState(action, idle)
  return (
    <DeskForm
      // React empties a form after its action, so that what was saved begins anew.
      key={`${profile.version} ${profile.portraitId}`}
      action={submit}
      className="mt-3 flex max-w-lg flex-col gap-5"
    >
      <input type="hidden" name="author" value={profile.id} />
      <input type="hidden" name="version" value={profile.version} />
      <NameFields profile={profile} deskName={deskName} state={state} />
      <TextArea
        name="bio"
        label="Bio"
        hint="Shown at the end of stories and on the author’s page. Two or three sentences are enough."
        rows={5}
        maxLength={limits.bio}
        defaultValue={profile.bio}
        state={state}
      />
      {choices ? (
        <PortraitField
          portrait={{ id: profile.portraitId, picture: profile.portrait }}
          choices={choices}
          state={state}
        />
      ) : null}
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
      <SpokenFields profile={profile} state={state} />
      {withAddress ? (
        <Field
          name="slug"
          label="Address"
          hint="Links to the old address lead to the new one."
          defaultValue={profile.slug}
          required
          maxLength={limits.slug}
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
          state={state}
        />
      ) : null}
      <FormMessage state={state} />
      <div className="flex flex-wrap items-center gap-3">
        <Button look="secondary">Save profile</Button>
        {children}
      </div>
    </DeskForm>
  )
}

type Part = { profile: ProfileFields; state: FormState }

function NameFields({ profile, deskName, state }: Part & { deskName: string | undefined }) {
  return (
    <>
      <Field
        name="name"
        label="Name"
        hint="As readers see it over stories."
        autoComplete="off"
        required
        maxLength={limits.name}
        defaultValue={profile.name}
        state={state}
      />
      {deskName === undefined ? null : (
        <Field
          name="deskName"
          label="Called at the desk"
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
        hint="Such as “Reporter”, or what somebody is known for."
        autoComplete="off"
        maxLength={limits.title}
        defaultValue={profile.title}
        state={state}
      />
    </>
  )
}

function SpokenFields({ profile, state }: Part) {
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field
        name="pronouns"
        label="Pronouns"
        hint="If wished: “she/her”."
        autoComplete="off"
        maxLength={limits.pronouns}
        defaultValue={profile.pronouns}
        state={state}
      />
      <Field
        name="pronunciation"
        label="Pronunciation"
        hint="If wished: “HYUN-joo”."
        autoComplete="off"
        maxLength={limits.pronunciation}
        defaultValue={profile.pronunciation}
        state={state}
      />
    </div>
  )
}
