"use client"

import { useActionState } from "react"
import { NewPasswordFields } from "@/components/desk/new-password-fields"
import { LanguageField } from "@/components/settings/language-field"
import { TimeZoneField } from "@/components/settings/time-zone-field"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"

/** The first account of a new publication. */
export function FirstAdminForm({
  action,
  token,
  language,
  languages,
  ...choice
}: {
  action: FormAction
  token: string
  language: string
  languages: { code: string; name: string }[]
  zone: string
  zones: string[]
}) {
  const [state, submit] = useActionState(action, idle)
  return (
    <form action={submit} className="flex flex-col gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="token" value={token} />
      <Field
        name="name"
        label="Name"
        hint="As readers see it under your stories."
        autoComplete="name"
        required
        maxLength={200}
        state={state}
      />
      <Field
        name="email"
        label="Email"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        state={state}
        dir="ltr"
      />
      <NewPasswordFields state={state} />
      <Field
        name="publicationName"
        label="Publication"
        hint="What it is called. You can leave this empty, and change it in the settings."
        autoComplete="organization"
        maxLength={100}
        state={state}
      />
      <LanguageField
        chosen={language}
        languages={languages}
        hint="That of your stories. You can change it in the settings."
        state={state}
      />
      <TimeZoneField {...choice} hint="That of your readers. Dates on the site follow it." state={state} />
      <Button className="self-start">Create account</Button>
    </form>
  )
}
