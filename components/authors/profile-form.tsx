"use client"

import { type ReactNode, useActionState } from "react"
import { BioField } from "@/components/authors/bio-field"
import { LinksField } from "@/components/authors/links-field"
import { NameFields } from "@/components/authors/name-fields"
import { type Choice, PortraitField } from "@/components/authors/portrait-field"
import type { ProfileFields } from "@/components/authors/profile-part"
import { PronunciationFields } from "@/components/authors/pronunciation-fields"
import { DeskForm } from "@/components/desk/rendered-for"
import { useUnsavedForm } from "@/components/desk/use-unsaved-form"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { authorLimits as limits } from "@/lib/authors/limits"
import { idle } from "@/lib/form-state"

type Props = {
  action: FormAction
  profile: ProfileFields
  /** Pictures to choose from without scripts; null where this person may choose no portrait. */
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
  const form = useUnsavedForm(state)
  return (
    <DeskForm
      // React empties a form after its action, so that what was saved begins anew.
      key={`${profile.version} ${profile.portraitId}`}
      ref={form}
      action={submit}
      className="mt-3 flex max-w-2xl flex-col gap-5"
    >
      <input type="hidden" name="author" value={profile.id} />
      <input type="hidden" name="version" value={profile.version} />
      <NameFields profile={profile} deskName={deskName} state={state} />
      <BioField profile={profile} state={state} />
      {choices ? (
        <PortraitField
          portrait={{ id: profile.portraitId, picture: profile.portrait }}
          choices={choices}
          state={state}
        />
      ) : null}
      <LinksField profile={profile} state={state} />
      <PronunciationFields profile={profile} state={state} />
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
