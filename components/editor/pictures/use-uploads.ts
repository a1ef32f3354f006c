import type { Editor } from "@tiptap/core"
import { useEffect, useRef, useState, useSyncExternalStore } from "react"
import { insertPictureAt, insertPictures } from "@/components/editor/pictures/commands"
import type { KnownPictures } from "@/components/editor/pictures/known-pictures"
import { addSpot, takeSpot } from "@/components/editor/pictures/upload-spots"
import { findPicture } from "@/components/media/pick"
import { sendFile } from "@/components/media/send-file"
import { Uploads } from "@/components/media/uploads"

/** Files that are pasted or dropped into the text: into the library, and from there to where they were put. */
export function useUploads(editor: Editor | null, known: KnownPictures) {
  const present = useRef(editor)
  useEffect(() => {
    present.current = editor
  }, [editor])

  const [uploads] = useState(
    () =>
      new Uploads(sendFile, async (id, key) => {
        const picture = await findPicture(String(id))
        const editor = present.current
        if (!editor || !picture) return
        known.put(id, picture)
        const at = takeSpot(editor, key)
        if (at === null) insertPictures(editor, [picture], false)
        else insertPictureAt(editor, picture, at)
      }),
  )
  const rows = useSyncExternalStore(uploads.subscribe, uploads.view, uploads.view)

  useEffect(() => {
    if (!editor) return
    const over = rows.filter(({ state }) => state === "refused" || state === "stopped")
    for (const { key } of over) takeSpot(editor, key)
  }, [rows, editor])

  useEffect(() => {
    window.addEventListener("online", uploads.retryCut)
    return () => window.removeEventListener("online", uploads.retryCut)
  }, [uploads])

  const take = (files: File[], at: number) => {
    const keys = uploads.add(files)
    for (const [index, key] of keys.entries()) {
      const filename = files[index]?.name ?? ""
      if (present.current) addSpot(present.current, { key, at, filename })
    }
  }
  return { uploads, rows, take }
}
