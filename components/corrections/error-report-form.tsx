"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { TextArea } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { LeftEmpty } from "@/components/ui/left-empty"
import { longestCorrection } from "@/lib/corrections/limits"
import { idle } from "@/lib/form-state"

/** Tells the editors what is wrong with a story. */
export function ErrorReportForm({ action, story }: { action: FormAction; story: string }) {
  const [state, submit] = useActionState(action, idle, `/posts/${story}/report-error#report`)
  return (
    <section id="report" className="reply-form" tabIndex={-1} aria-label="Your message">
      <FormMessage state={state} />
      {state.status === "done" ? null : (
        <form action={submit} className="mt-4 flex flex-col gap-5">
          <input type="hidden" name="story" value={story} />
          <TextArea
            label="What is wrong?"
            name="wrong"
            rows={6}
            required
            maxLength={longestCorrection}
            hint="Only editors read this. We keep your words and nothing else of you, so we cannot answer: look at the story again in a few days."
            state={state}
          />
          <LeftEmpty />
          <div>
            <Button>Send</Button>
          </div>
        </form>
      )}
    </section>
  )
}
