import { useId, useRef, useState, useTransition } from "react"
import { useRenderedFor } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { authorLimits } from "@/lib/authors/limits"
import type { KnownAuthor } from "./entries"
import { authorLabel } from "./entries"

export type GuestAnswer = { ok: true; id: number; name: string } | { ok: false; message: string }

type Props = {
  known: KnownAuthor[]
  makeGuest: (form: FormData) => Promise<GuestAnswer>
  onAdd(author: { id: number; name: string }): void
}

/** Adds somebody by their name, which completes itself; whom nobody knows becomes a guest. */
export function AddByline({ known, makeGuest, onAdd }: Props) {
  const [typed, setTyped] = useState("")
  const [stranger, setStranger] = useState<string | null>(null)
  const [trouble, setTrouble] = useState("")
  const [busy, start] = useTransition()
  const renderedFor = useRenderedFor()
  const field = useRef<HTMLDivElement>(null)
  const list = useId()

  function done(author: { id: number; name: string }) {
    setTyped("")
    setStranger(null)
    setTrouble("")
    onAdd(author)
    field.current?.querySelector("input")?.focus()
  }

  function add() {
    const name = typed.trim()
    if (name === "") return
    const found = findKnown(name, known)
    if (found) done(found)
    else setStranger(name)
  }

  function addGuest(fields: Record<string, string>) {
    const form = renderedFor(new FormData())
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    start(async () => {
      const answer = await makeGuest(form).catch(() => null)
      if (answer?.ok) done(answer)
      else setTrouble(answer?.message ?? "The site did not answer. Check your connection and try again.")
    })
  }

  return (
    <div ref={field} className="flex flex-col gap-2">
      <Field
        label="Add an author"
        list={list}
        value={typed}
        maxLength={authorLimits.name}
        autoComplete="off"
        onChange={({ target }) => {
          setTyped(target.value)
          setStranger(null)
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return
          event.preventDefault()
          add()
        }}
      />
      <datalist id={list}>
        {known.map((one) => (
          <option key={one.id} value={authorLabel(one, known)} />
        ))}
      </datalist>
      <div className="flex flex-wrap gap-2">
        <Button type="button" look="secondary" small onClick={add}>
          Add author
        </Button>
        <Button
          type="button"
          look="quiet"
          small
          disabled={busy}
          onClick={() => addGuest({ name: "Staff", staff: "on" })}
        >
          Add Staff
        </Button>
      </div>
      <Stranger name={stranger} trouble={trouble} busy={busy} onGuest={(name) => addGuest({ name })} />
    </div>
  )
}

type StrangerProps = { name: string | null; trouble: string; busy: boolean; onGuest(name: string): void }

/** Says that nobody has this name, and offers to make them a guest. */
function Stranger({ name, trouble, busy, onGuest }: StrangerProps) {
  return (
    <>
      <div role="status" className="text-sm empty:hidden">
        {name === null ? null : (
          <p className="mb-1.5">
            Nobody has a profile called <bdi className="font-semibold">{name}</bdi>.
          </p>
        )}
        {trouble ? <p className="font-semibold text-danger">{trouble}</p> : null}
      </div>
      {name === null ? null : (
        <Button
          type="button"
          look="secondary"
          small
          disabled={busy}
          className="self-start"
          onClick={() => onGuest(name)}
        >
          Add as a guest
        </Button>
      )}
    </>
  )
}

function findKnown(name: string, known: KnownAuthor[]): KnownAuthor | undefined {
  const lower = name.toLowerCase()
  return (
    known.find((one) => authorLabel(one, known).toLowerCase() === lower) ??
    known.find((one) => one.name.toLowerCase() === lower)
  )
}
