"use client"

import { type DragEvent, useEffect, useState, useSyncExternalStore } from "react"
import { sendFile } from "@/components/media/send-file"
import { UploadList } from "@/components/media/upload-list"
import { Uploads } from "@/components/media/uploads"
import { Button } from "@/components/ui/button"

type Props = {
  /** Called with the id of each picture that has come into the library. */
  onDone?: (id: number) => void
  accept: string
}

/** Sends pictures into the library: by the file picker, by dropping and by pasting; without scripts as a plain form. */
export function UploadForm({ onDone, accept }: Props) {
  const [uploads] = useState(() => new Uploads(sendFile, onDone))
  const rows = useSyncExternalStore(uploads.subscribe, uploads.view, uploads.view)
  const [over, setOver] = useState(false)

  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener("online", uploads.retryCut, { signal })
    window.addEventListener(
      "paste",
      (event) => {
        const files = [...(event.clipboardData?.files ?? [])]
        if (files.length > 0) uploads.add(files)
      },
      { signal },
    )
    window.addEventListener("beforeunload", (event) => uploads.busy && event.preventDefault(), { signal })
    return () => listening.abort()
  }, [uploads])

  function take(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    uploads.add(event.dataTransfer.files)
  }

  return (
    <form
      action="/desk/media/upload"
      method="post"
      encType="multipart/form-data"
      onSubmit={(event) => event.preventDefault()}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={take}
      className={`rounded-sm border border-dashed p-4 ${over ? "border-accent bg-raised" : "border-edge"}`}
    >
      <div className="flex flex-wrap items-center gap-3">
        <label className="flex flex-col gap-1.5 font-ui text-sm font-semibold">
          Upload
          <input
            type="file"
            name="file"
            multiple
            required
            accept={accept}
            className="min-h-11 max-w-full font-normal file:me-3 file:min-h-9 file:cursor-pointer file:rounded-sm file:border file:border-edge file:bg-transparent file:px-3 file:font-semibold"
            onChange={({ currentTarget: input }) => {
              uploads.add(input.files ?? [])
              input.value = ""
            }}
          />
        </label>
        <p className="text-sm text-ink-soft">
          Or drop pictures here, or paste one. JPEG, PNG, WebP, AVIF, GIF or TIFF, up to 40 MB each.
        </p>
        <noscript>
          <Button look="secondary" small>
            Upload
          </Button>
        </noscript>
      </div>
      <UploadList rows={rows} uploads={uploads} />
    </form>
  )
}
