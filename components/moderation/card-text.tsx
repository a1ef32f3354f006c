"use client"

import { type KeyboardEvent, useActionState, useEffect, useId, useRef } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { summaryClass } from "@/components/desk/summary-class"
import { Button } from "@/components/ui/button"
import type { QueueItem, TextState } from "@/lib/moderation/types"
import type { TextAction } from "./desk-actions"

type Props = {
  item: QueueItem
  back: string
  /** "note" or "reply": what the key opens. */
  kind: "note" | "reply"
  shortcut: string
  longest: number
  /** Whether scripts run here, so that the answer comes to the card. */
  inPlace: boolean
  action: TextAction
  onDone: (item: QueueItem, message: string) => void
}

const words = {
  note: { open: "Note", label: "Note for other moderators", send: "Keep note" },
  reply: { open: "Reply", label: "Reply as staff", send: "Publish reply" },
}

/** Nobody would see a reply to what readers do not see. */
const withApproval = "Approve and reply"

/** A text about a comment, folded away until it is wanted: a note for colleagues or an answer before the readers. */
export function CardText({ item, back, kind, shortcut, longest, inPlace, action, onDone }: Props) {
  const [state, send, sending] = useActionState<TextState, FormData>(action, { status: "idle" })
  const box = useRef<HTMLDetailsElement>(null)
  const handled = useRef<TextState>(state)
  const id = useId()
  const refused = state.status === "refused" ? state : null
  const approves = kind === "reply" && item.status !== "approved" && item.status !== "deleted"

  useEffect(() => {
    if (state.status !== "done" || handled.current === state) return
    handled.current = state
    if (box.current) {
      box.current.open = false
      box.current.closest<HTMLElement>("article")?.focus({ preventScroll: true })
    }
    if (state.item) onDone(state.item, state.message)
  }, [state, onDone])

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
    else if (event.key === "Escape")
      box.current?.closest<HTMLElement>("article")?.focus({ preventScroll: true })
    else return
    event.preventDefault()
  }

  return (
    <details
      ref={box}
      data-opens={kind}
      // The card's own doing gives it its natural height again.
      onToggle={({ currentTarget }) => currentTarget.closest("article")?.style.removeProperty("min-height")}
      open={refused ? true : undefined}
      className="unfolds-below font-ui text-sm open:w-full"
    >
      <summary aria-keyshortcuts={shortcut} className={summaryClass}>
        {words[kind].open}
      </summary>
      <DeskForm action={send} className="mt-1 flex max-w-measure flex-col items-start gap-2">
        <input type="hidden" name="id" value={item.id} />
        <input type="hidden" name="back" value={back} />
        {inPlace ? <input type="hidden" name="inPlace" value="1" /> : null}
        {approves ? (
          <>
            <input type="hidden" name="version" value={item.version} />
            <input type="hidden" name="standing" value={item.standing?.id ?? ""} />
          </>
        ) : null}
        <label htmlFor={id} className="font-semibold text-ink">
          {words[kind].label}
        </label>
        <textarea
          id={id}
          name="text"
          rows={3}
          required
          maxLength={longest}
          dir="auto"
          defaultValue={refused?.text}
          // biome-ignore lint/a11y/noAutofocus: a refused text is what its author looks for.
          autoFocus={refused ? true : undefined}
          aria-invalid={refused ? true : undefined}
          aria-describedby={refused ? `${id}error` : undefined}
          onKeyDown={onKeyDown}
          className="w-full rounded-sm border border-edge bg-field px-3 py-2 text-base text-ink"
        />
        {refused ? (
          <p id={`${id}error`} role="alert" className="font-semibold text-danger">
            {refused.message}
          </p>
        ) : null}
        <Button small disabled={sending}>
          {approves ? withApproval : words[kind].send}
        </Button>
      </DeskForm>
    </details>
  )
}
