import { Button } from "@/components/ui/button"

type Props = { action: (form: FormData) => Promise<void>; token: string }

/** Takes a comment back. It asks once more, without a script. */
export function DeleteForm({ action, token }: Props) {
  return (
    <details className="mt-8 font-ui">
      <summary className="cursor-pointer py-2 text-ink-soft">Delete this comment</summary>
      <form action={action} className="mt-2 flex flex-col items-start gap-3">
        <input type="hidden" name="token" value={token} />
        <p>The text, your name and your address are removed for good.</p>
        <Button look="danger">Delete comment</Button>
      </form>
    </details>
  )
}
