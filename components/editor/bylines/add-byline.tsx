import { useId, useState, useTransition } from "react"
import { useRenderedFor } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { useEarlyValue } from "@/components/ui/use-early-value"
import { authorLimits } from "@/lib/authors/limits"
import { authorLabel, findKnown, type KnownAuthor, type NamedAuthor } from "./known-authors"
import { UnknownName } from "./unknown-name"

/** `known` is who has the name already. */
export type GuestAnswer = ({ ok: true } & NamedAuthor) | { ok: false; message: string; known?: NamedAuthor }

type Props = {
  known: KnownAuthor[]
  makeGuest: (form: FormData) => Promise<GuestAnswer>
  /** Answers why somebody cannot be added, or nothing. */
  onAdd(author: NamedAuthor): string | undefined
}

/** Adds somebody by their name, which completes itself; a name that nobody has can become a guest. */
export function AddByline({ known, makeGuest, onAdd }: Props) {
  const [typed, setTyped] = useState("")
  const [unknown, setUnknown] = useState<string | null>(null)
  const [namesake, setNamesake] = useState<NamedAuthor | null>(null)
  const [trouble, setTrouble] = useState("")
  const [busy, start] = useTransition()
  const renderedFor = useRenderedFor()
  const field = useEarlyValue<HTMLInputElement>(({ value }) => setTyped(value))
  const list = useId()

  function done(author: NamedAuthor) {
    setTyped("")
    setUnknown(null)
    setNamesake(null)
    setTrouble(onAdd(author) ?? "")
    field.current?.focus()
  }

  function add() {
    const name = typed.trim()
    if (name === "") return
    const found = findKnown(name, known)
    if (found) done(found)
    else {
      setUnknown(name)
      setTrouble("")
    }
  }

  function addGuest(fields: Record<string, string>) {
    const form = renderedFor(new FormData())
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    start(async () => {
      const answer = await makeGuest(form).catch(() => null)
      if (answer?.ok) return done(answer)
      setNamesake(answer?.known ?? null)
      setTrouble(answer?.message ?? "The site did not answer. Check your connection and try again.")
    })
  }

  return (
    <div className="flex flex-col gap-2">
      <Field
        ref={field}
        label="Add an author"
        list={list}
        value={typed}
        maxLength={authorLimits.name}
        autoComplete="off"
        onChange={({ target }) => {
          setTyped(target.value)
          setUnknown(null)
          setNamesake(null)
          setTrouble("")
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
      <UnknownName
        name={unknown}
        namesake={namesake}
        trouble={trouble}
        busy={busy}
        onGuest={(name) => addGuest(namesake ? { name, another: "on" } : { name })}
        onNamesake={done}
      />
    </div>
  )
}
