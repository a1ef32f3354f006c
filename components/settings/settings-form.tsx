"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { CommentRules } from "@/components/settings/comment-rules"
import { PublicationFields } from "@/components/settings/publication-fields"
import { SignInRules } from "@/components/settings/sign-in-rules"
import { StoryRules } from "@/components/settings/story-rules"
import { Button } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"
import type { Settings } from "@/lib/settings/shape"

type Props = {
  action: FormAction
  settings: Settings
  /** The time zones that the server knows; a browser may know others. */
  zones: string[]
  languages: { code: string; name: string }[]
  /** Another whenever the settings are. */
  version: string
}

/**
 * Everything that an admin can set, in one form. Its button stays at the window's edge, and what became of the form is
 * told beside it: in view wherever in the form somebody is, and wherever a page that was loaded anew begins.
 */
export function SettingsForm({ action, settings, zones, languages, version }: Props) {
  const [state, submit] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="flex flex-col gap-8">
      <div
        key={version}
        className="flex flex-col gap-8 [&_:is(input,select,textarea)]:scroll-mt-24 [&_:is(input,select,textarea)]:scroll-mb-36"
      >
        <input
          type="hidden"
          name="version"
          defaultValue={state.status === "refused" ? (state.values.version ?? version) : version}
        />
        <PublicationFields settings={settings} zones={zones} languages={languages} state={state} />
        <CommentRules settings={settings} state={state} />
        <StoryRules settings={settings} state={state} />
        <SignInRules settings={settings} state={state} />
      </div>
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-edge bg-paper px-4 py-3 sm:mx-0 sm:px-0">
        <Button className="panel-buttons">Save settings</Button>
        <FormMessage state={state} />
      </div>
    </DeskForm>
  )
}
