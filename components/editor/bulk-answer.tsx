import { DoneNote } from "@/components/desk/done-note"
import { DeskForm } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import type { BulkAnswer } from "@/lib/posts/bulk/answer-url"
import { undoOf } from "@/lib/posts/bulk/types"

type Props = { answer: BulkAnswer; sentence: string; list: string; action: (form: FormData) => Promise<void> }

/** What was done with several stories, and the button that takes it back. */
export function BulkAnswerNote({ answer, sentence, list, action }: Props) {
  const undo = answer.act && undoOf[answer.act]
  return (
    <DoneNote key={JSON.stringify(answer)} className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      <p>{sentence}</p>
      {undo && answer.done.length > 0 ? (
        <DeskForm action={action}>
          {answer.done.map((id) => (
            <input key={id} type="hidden" name="id" value={id} />
          ))}
          <input type="hidden" name="tag" value={answer.tag} />
          <input type="hidden" name="list" value={list} />
          <Button look="secondary" small name="act" value={undo}>
            Undo
          </Button>
        </DeskForm>
      ) : null}
    </DoneNote>
  )
}
