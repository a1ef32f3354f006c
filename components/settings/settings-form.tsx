"use client"

import { useActionState } from "react"
import { CommentRules } from "@/components/settings/comment-rules"
import { PublicationFields } from "@/components/settings/publication-fields"
import { Button } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"
import { type FormState, idle } from "@/lib/form-state"
import type { Settings } from "@/lib/settings/shape"

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  settings: Settings
  /** Another whenever the settings are. */
  version: string
}

/** Everything that an admin can set, in one form. */
export function SettingsForm({ action, settings, version }: Props) {
  const [state, submit] = useActionState(action, idle)
  return (
    <form action={submit} className="flex flex-col gap-8">
      <FormMessage state={state} />
      <div key={version} className="flex flex-col gap-8">
        <input
          type="hidden"
          name="version"
          defaultValue={state.status === "refused" ? (state.values.version ?? version) : version}
        />
        <PublicationFields settings={settings} state={state} />
        <CommentRules settings={settings} state={state} />
      </div>
      <Button className="self-start">Save settings</Button>
    </form>
  )
}
