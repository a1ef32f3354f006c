"use client"

import { useActionState } from "react"
import { UnsentText } from "@/components/comments/unsent-text"
import { Button } from "@/components/ui/button"
import { Field, TextArea } from "@/components/ui/field"
import { FormMessage } from "@/components/ui/form-message"
import { type FormState, idle } from "@/lib/form-state"

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** The story's slug. */
  story: string
  /** The page that the form stands on. */
  page: string
  replyTo?: number
  /** When this form was made, signed (`lib/comments/screening/form-stamp.ts`). */
  made: string
  /** Nobody can reply (any more); a text that was already on its way is shown, not lost. */
  closed?: string
  /** The heading is the page's own. */
  asPage?: boolean
}

/** The longest texts that the server takes. */
const longest = { name: 245, email: 100, website: 200, comment: 65_525 }

/**
 * The reply form. No script runs on these pages: a refused form comes back as the page it stands on, opened
 * at the form, with everything typed still in it.
 */
export function CommentForm({ action, story, page, replyTo, made, closed, asPage }: Props) {
  // The address also names the state, so that it finds its form again in whatever the page has become.
  const [state, submit] = useActionState(action, idle, `${page}#respond`)
  const Heading = asPage ? "h1" : "h2"
  return (
    <section
      id="respond"
      className="reply-form"
      tabIndex={-1}
      aria-labelledby={closed ? undefined : "respond-title"}
    >
      {closed ? (
        <>
          {asPage ? <Heading>Leave a reply</Heading> : null}
          <UnsentText state={state} field="comment" otherwise={closed} />
        </>
      ) : (
        <>
          <Heading id="respond-title">Leave a reply</Heading>
          <form action={submit} className="mt-4 flex flex-col gap-5">
            <p className="font-ui text-sm text-ink-soft">
              Your email address will not be published. Required fields are marked *
            </p>
            <FormMessage state={state} />
            <input type="hidden" name="story" value={story} />
            <input type="hidden" name="replyTo" value={replyTo ?? ""} />
            <input type="hidden" name="made" value={made} />
            <TextArea
              label="Comment *"
              name="comment"
              rows={8}
              required
              maxLength={longest.comment}
              state={state}
            />
            <div className="grid gap-5 sm:grid-cols-2">
              <Field
                label="Name *"
                name="name"
                autoComplete="name"
                required
                maxLength={longest.name}
                state={state}
              />
              <Field
                label="Email *"
                name="email"
                type="email"
                autoComplete="email"
                dir="ltr"
                required
                maxLength={longest.email}
                state={state}
              />
            </div>
            {/* Not type=url: it would refuse an address without its scheme, which the server adds. */}
            <Field
              label="Website"
              name="website"
              inputMode="url"
              autoComplete="url"
              dir="ltr"
              maxLength={longest.website}
              state={state}
            />
            <div className="hidden">
              <label>
                Leave this empty
                <input name="leftEmpty" type="text" tabIndex={-1} autoComplete="off" />
              </label>
            </div>
            <div>
              <Button>Post comment</Button>
            </div>
          </form>
        </>
      )}
    </section>
  )
}
