import { Button } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"
import { askRefusals } from "@/lib/commenters/messages"
import type { FormState } from "@/lib/form-state"

type Props = { page: string; asked: Record<string, unknown> }

/** In place of everything under an address, once the link is over: a way to a new one. */
export function EndedLink({ page, asked }: Props) {
  const state = answerTo(asked)
  return (
    <div className="comment-page flex flex-col items-start gap-5">
      <h1 className="mb-0">This link is over</h1>
      <p className="text-lg">
        It worked for one day. A new one can be mailed to the address that this one was sent to, once a day.
      </p>
      <FormMessage state={state} />
      {state.status === "done" ? null : (
        <form action={page} method="post">
          <Button name="wish" value="renew">
            Mail me a new link
          </Button>
        </form>
      )}
    </div>
  )
}

function answerTo(asked: Props["asked"]): FormState {
  if ("mailed" in asked) {
    const message = "Check your inbox: a link goes to that address, once a day at most."
    return { status: "done", message }
  }
  const refused = (["too-fast", "too-many"] as const).find((reason) => reason in asked)
  if (!refused) return { status: "idle" }
  return { status: "refused", message: askRefusals[refused], errors: {}, values: {} }
}
