import { DeskForm } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import type { Batch } from "@/lib/moderation/bulk/batches"

type Props = { batch: Batch; back: "bulk" | "bans"; action: (form: FormData) => Promise<void> }

/** The button that takes back what was decided about many. */
export function UndoBatch({ batch, back, action }: Props) {
  return (
    <DeskForm action={action}>
      <input type="hidden" name="decision" value="undo" />
      <input type="hidden" name="batch" value={batch.id} />
      <input type="hidden" name="back" value={back} />
      <Button look="secondary" small>
        Undo
      </Button>
    </DeskForm>
  )
}
