import type { Editor } from "@tiptap/core"
import { useEffect, useState } from "react"
import { insertPictures } from "@/components/editor/pictures/insert-pictures"
import { KnownPictures } from "@/components/editor/pictures/known-pictures"
import { type Skipped, SkippedPictures } from "@/components/editor/pictures/skipped-pictures"
import { usePictureUploads } from "@/components/editor/pictures/use-picture-uploads"
import { MediaPicker } from "@/components/media/media-picker"
import { UploadList } from "@/components/media/upload-list"
import { pictureLimits } from "@/lib/documents/limits"
import type { Picture } from "@/lib/media/types"

/** The pictures of the text: known ones, those on their way into it, and the library to choose from. */
export function usePictures(editor: Editor | null, pictures: Readonly<Record<string, Picture>>) {
  const [pickerOpen, setPickerOpen] = useState<"pictures" | "gallery" | null>(null)
  const [moved, setMoved] = useState("")
  const [skipped, setSkipped] = useState<Skipped>(none)
  const [known] = useState(() => new KnownPictures(pictures))
  const { uploads, batches } = usePictureUploads(editor, known)

  useEffect(() => {
    window.addEventListener("online", known.lookAgain)
    return () => window.removeEventListener("online", known.lookAgain)
  }, [known])

  useEffect(() => {
    if (!editor) return
    editor.storage.picture.ask = (asGallery) => setPickerOpen(asGallery ? "gallery" : "pictures")
    // The same sentence once more would not be a change, and not be read out.
    editor.storage.picture.tell = (sentence) =>
      setMoved((before) => (before === sentence ? `${sentence}\u00a0` : sentence))
  }, [editor])

  const picker =
    pickerOpen && editor ? (
      <MediaPicker
        most={pictureLimits.gallery}
        forGallery={pickerOpen === "gallery"}
        onClose={() => setPickerOpen(null)}
        onChoose={(chosen, asGallery) => {
          for (const picture of chosen) known.put(picture.id, picture)
          insertPictures(editor, chosen, asGallery)
          editor.view.focus()
        }}
      />
    ) : null
  const notices = (
    <>
      <p role="status" className="sr-only">
        {moved}
      </p>
      <div className="max-h-40 overflow-y-auto">
        <UploadList uploads={uploads} />
      </div>
      <SkippedPictures
        {...skipped}
        onBring={() => {
          batches.bring(skipped.pictures)
          setSkipped(none)
        }}
        onClose={() => {
          batches.leave(skipped.pictures)
          setSkipped(none)
        }}
      />
    </>
  )
  return {
    known,
    uploads,
    take: (files: File[], at: number) => batches.take(files, at),
    skip: (more: Skipped) =>
      setSkipped(({ pictures, away }) => ({
        pictures: [...pictures, ...more.pictures],
        away: away + more.away,
      })),
    openPicker: () => setPickerOpen("pictures"),
    picker,
    notices,
  }
}

const none: Skipped = { pictures: [], away: 0 }
