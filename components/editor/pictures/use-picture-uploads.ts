import type { Editor } from "@tiptap/core"
import { useEffect, useRef, useState } from "react"
import type { KnownPictures } from "@/components/editor/pictures/known-pictures"
import { UploadBatches } from "@/components/editor/pictures/upload-batches"
import { useUploads } from "@/components/media/use-uploads"

/** Files that are pasted or dropped into the text: into the library, and from there to where they were put. */
export function usePictureUploads(editor: Editor | null, known: KnownPictures) {
  const present = useRef(editor)
  useEffect(() => {
    present.current = editor
  }, [editor])
  const uploads = useUploads((picture) => known.put(picture.id, picture))
  const [batches] = useState(() => new UploadBatches(uploads, () => present.current))
  useEffect(() => {
    const unsubscribe = uploads.subscribe(batches.insertFinished)
    return () => void unsubscribe()
  }, [uploads, batches])
  return { uploads, batches }
}
