"use client"

import { useActionState } from "react"
import { AuthorFields } from "@/components/comments/author-fields"
import { HouseRulesLink } from "@/components/comments/house-rules-link"
import { UnsentText } from "@/components/comments/unsent-text"
import { Button } from "@/components/ui/button"
import { TextArea } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { type FormState, idle } from "@/lib/form-state"

type Props = {
  action: FormAction
  /** The story's slug. */
  story: string
  /** The page that the form stands on. */
  page: string
  replyTo?: number
  /** When this form was made, signed (`lib/comments/screening/form-stamp.ts`). */
  made: string
  /** Nobody can reply (any more); a text that was already on its way is shown, not lost. */
  closed?: string
  /** Whether a moderator reads first, in a sentence; empty where none does. */
  readFirst: string
  /** Whether readers are shown the rules. */
  rulesShown: boolean
  /** Where the house rules are, if there are some. */
  houseRules: { path: string } | null
  /** The heading is the page's own. */
  asPage?: boolean
}

/**
 * The reply form. No script runs on these pages: a refused form comes back as the page it stands on, opened
 * at the form, with everything typed still in it.
 */
export function CommentForm({ action, page, closed, asPage, ...fields }: Props) {
  // The address also names the state, so that it finds its form again in whatever the page has become.
  const [state, submit] = useActionState(action, idle, `${page}#respond`)
  const Heading = asPage ? "h1" : "h2"
  // A section has a heading; where there is no form there is nothing to head.
  const Box = closed ? "div" : "section"
  return (
    <Box
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
            <Fields {...fields} state={state} />
            <div>
              <Button>Post comment</Button>
            </div>
          </form>
        </>
      )}
    </Box>
  )
}

type FieldsProps = Pick<Props, "story" | "replyTo" | "made" | "readFirst" | "rulesShown" | "houseRules"> & {
  state: FormState
}

function Fields({ story, replyTo, made, readFirst, rulesShown, houseRules, state }: FieldsProps) {
  return (
    <>
      <div className="font-ui text-sm text-ink-soft">
        <p>Your email address will not be published. Required fields are marked *</p>
        {houseRules ? (
          <p className="mt-1">
            <HouseRulesLink before="Please read our" after=" before commenting." rules={houseRules} />
          </p>
        ) : null}
        {readFirst || rulesShown ? (
          <p className="mt-1">
            {readFirst} {rulesShown ? <a href="/moderation">How comments are decided here</a> : null}
          </p>
        ) : null}
      </div>
      <FormMessage state={state} />
      <input type="hidden" name="story" value={story} />
      <input type="hidden" name="replyTo" value={replyTo ?? ""} />
      <input type="hidden" name="made" value={made} />
      {/* As many bytes as the server takes. */}
      <TextArea label="Comment *" name="comment" rows={8} required maxLength={65_525} state={state} />
      <AuthorFields state={state} />
    </>
  )
}
