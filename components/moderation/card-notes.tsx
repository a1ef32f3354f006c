import type { QueueItem } from "@/lib/moderation/types"
import { DecisionButton, DecisionForm } from "./decision-form"
import { When } from "./when"

type Props = {
  item: QueueItem
  back: string
  action: (form: FormData) => Promise<void>
  onSubmit: (event: React.FormEvent<HTMLFormElement>) => void
}

/** What moderators told each other about a comment. */
export function CardNotes({ item, ...form }: Props) {
  if (item.notes.length === 0) return null
  return (
    <ul aria-label="Notes" className="flex max-w-measure flex-col gap-1 font-ui text-sm">
      {item.notes.map((note) => (
        <li key={note.id} className="border-s-2 border-edge ps-3">
          <div className="flex flex-wrap items-center gap-x-2 text-ink-soft">
            <span>
              Note by <bdi className="font-semibold">{note.by}</bdi>, <When date={note.at} />
            </span>
            {note.undoable ? (
              <DecisionForm item={item} about={note.id} {...form}>
                <DecisionButton value="unnote" look="quiet">
                  Take back
                </DecisionButton>
              </DecisionForm>
            ) : null}
          </div>
          <p dir="auto" className="whitespace-pre-wrap text-ink [overflow-wrap:anywhere]">
            {note.body}
          </p>
        </li>
      ))}
    </ul>
  )
}
