import { Button } from "@/components/ui/button"
import { askRefusals } from "@/lib/commenters/messages"

type Props = { page: string; asked: Record<string, unknown> }

/** In place of everything under an address, once the link is over: a way to a new one. */
export function EndedLink({ page, asked }: Props) {
  return (
    <div className="comment-page">
      <h1>This link is over</h1>
      <p className="text-lg">
        It worked for one day. A new one can be mailed to the address that this one was sent to, once a day.
      </p>
      <Answer asked={asked} />
      <form action={page} method="post">
        <Button name="wish" value="renew">
          Mail me a new link
        </Button>
      </form>
    </div>
  )
}

function Answer({ asked }: Pick<Props, "asked">) {
  if ("mailed" in asked) {
    return <p role="status">Check your inbox: a link goes to that address, once a day at most.</p>
  }
  const refused = (["too-fast", "too-many"] as const).find((reason) => reason in asked)
  return refused ? <p role="alert">{askRefusals[refused]}</p> : null
}
