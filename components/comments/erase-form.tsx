import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { eraseWord } from "@/lib/commenters/erase-word"
import type { FormState } from "@/lib/form-state"

type Props = {
  page: string
  count: number
  /** The word was missing or another one. */
  again: boolean
}

/** Erases everything; says before what goes and what stays, and asks for a word. */
export function EraseForm({ page, count, again }: Props) {
  const refused: FormState = {
    status: "refused",
    errors: { confirm: `Nothing was erased. Type ${eraseWord} in this field if you want it.` },
    values: {},
  }
  return (
    <section className="own-matter" id="erase" aria-labelledby="erase-title">
      <h2 id="erase-title">Erase everything</h2>
      <p>This deletes every comment left with this address, and the address itself, for good.</p>
      <p>
        <b>What goes:</b> the text, name and website of {count === 1 ? "the comment" : "all these comments"},
        what you wrote in appeals, what moderators wrote to you, words that they blacked out, what they noted
        and readers reported in words, the address itself, the list of messages sent to it, and every
        remembered browser and link.
      </p>
      <p>
        <b>What stays:</b> that there was a comment, so that answers to it keep their place; that moderators
        decided, and when, as counts. If a moderator has banned the address, its fingerprint stays until that
        ends. None of it tells the address.
      </p>
      <p>The newsletter is another matter: leave it by the link in each issue.</p>
      <form action={page} method="post" className="flex flex-col items-start gap-4">
        <input type="hidden" name="wish" value="erase" />
        <Field
          label={`Type ${eraseWord} to confirm`}
          name="confirm"
          autoComplete="off"
          dir="ltr"
          maxLength={20}
          state={again ? refused : undefined}
        />
        <Button look="danger">Erase everything</Button>
      </form>
    </section>
  )
}
