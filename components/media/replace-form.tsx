"use client"

import { useRouter } from "next/navigation"
import { type FormEvent, useState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { FileField } from "@/components/media/file-field"
import { answerIn } from "@/components/media/send-file"
import { Button } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"
import { type FormState, idle } from "@/lib/form-state"

type Props = { id: number; version: number }

/** Sends another file for a picture; it works without scripts. With them the page stays, with all that is typed on it. */
export function ReplaceForm({ id, version }: Props) {
  const [state, setState] = useState<FormState>(idle)
  const [sending, setSending] = useState(false)
  const router = useRouter()

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    setSending(true)
    const refusal = await replaceFile(form).finally(() => setSending(false))
    if (refusal) return setState({ status: "refused", message: refusal, errors: {}, values: {} })
    form.reset()
    setState({ status: "done", message: "Replaced." })
    router.refresh()
  }

  return (
    <DeskForm
      action={`/desk/media/upload?picture=${id}&version=${version}`}
      method="post"
      encType="multipart/form-data"
      onSubmit={send}
      className="flex flex-col items-start gap-3"
    >
      <FormMessage state={state} />
      <p className="text-sm text-ink-soft">
        Every page that shows this picture shows the new file at once. Alt text, caption, credit and focus
        stay; check that they still fit. The old file is removed.
      </p>
      <FileField label="New file" />
      <Button look="secondary" small disabled={sending}>
        {sending ? "Replacing…" : "Replace"}
      </Button>
    </DeskForm>
  )
}

/** Why the file was not replaced; null where it was. */
async function replaceFile(form: HTMLFormElement): Promise<string | null> {
  const headers = { accept: "application/json" }
  try {
    const response = await fetch(form.action, { method: "POST", headers, body: new FormData(form) })
    const text = await response.text()
    const answer = answerIn({ status: response.status, responseText: text, responseURL: response.url })
    return answer.ok ? null : answer.message
  } catch {
    return "The connection was lost. Press Replace again when you are back online."
  }
}
