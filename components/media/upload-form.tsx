"use client"

import { type DragEvent, useEffect, useState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { useLeaveGuard } from "@/components/desk/use-leave-guard"
import { FileField } from "@/components/media/file-field"
import { pictureFiles } from "@/components/media/picture-files"
import { largestFile } from "@/components/media/upload"
import { UploadList } from "@/components/media/upload-list"
import { useUploads } from "@/components/media/use-uploads"
import { Button } from "@/components/ui/button"
import { useEarlyValue } from "@/components/ui/use-early-value"
import type { LibraryEntry } from "@/lib/media/queries"

type Props = {
  /** Called with each picture that has come into the library. */
  onDone?: (picture: LibraryEntry) => void
  /** Called when no file is on its way any more. */
  onSettled?: () => void
}

/** Sends pictures into the library: by the file picker, by dropping and by pasting; without scripts as a plain form. */
export function UploadForm({ onDone, onSettled }: Props) {
  const uploads = useUploads(onDone)
  const [dragOver, setDragOver] = useState(false)
  useLeaveGuard(() => uploads.busy)

  useEffect(() => {
    let sending = false
    const unsubscribe = uploads.subscribe(() => {
      if (sending && !uploads.sending) onSettled?.()
      sending = uploads.sending
    })
    return () => void unsubscribe()
  }, [uploads, onSettled])

  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener("paste", (event) => uploads.add(pictureFiles(event.clipboardData)), { signal })
    // A browser opens a file in the tab that is dropped beside the form.
    window.addEventListener("dragover", keepPage, { signal })
    window.addEventListener("drop", keepPage, { signal })
    return () => listening.abort()
  }, [uploads])

  const field = useEarlyValue(send)

  function send(input: HTMLInputElement) {
    uploads.add(input.files ?? [])
    input.value = ""
  }

  function take(event: DragEvent) {
    event.preventDefault()
    setDragOver(false)
    uploads.add(event.dataTransfer.files)
  }

  return (
    <DeskForm
      action="/desk/media/upload"
      method="post"
      encType="multipart/form-data"
      onSubmit={(event) => event.preventDefault()}
      onDragOver={(event) => {
        event.preventDefault()
        setDragOver(true)
      }}
      onDragLeave={() => setDragOver(false)}
      onDrop={take}
      className={`rounded-sm border border-dashed p-4 ${dragOver ? "border-accent bg-raised" : "border-edge"}`}
    >
      <div className="flex flex-wrap items-center gap-3">
        <FileField
          label="Upload"
          multiple
          ref={field}
          onChange={({ currentTarget }) => send(currentTarget)}
        />
        <p className="text-sm text-ink-soft">
          Or drop pictures here, or paste one. JPEG, PNG, WebP, AVIF, GIF or TIFF, up to {largestFile} each.
        </p>
        <noscript>
          <Button look="secondary" small>
            Upload
          </Button>
        </noscript>
      </div>
      <UploadList uploads={uploads} />
    </DeskForm>
  )
}

function keepPage(event: globalThis.DragEvent): void {
  if (event.dataTransfer?.types.includes("Files")) event.preventDefault()
}
