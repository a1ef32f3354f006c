import { useEffect, useRef, useState } from "react"
import { createPortal } from "react-dom"
import { isChosen, toggled, withUploaded } from "@/components/media/chosen"
import { PickerButtons } from "@/components/media/picker-buttons"
import { PickerResults } from "@/components/media/picker-results"
import { UploadForm } from "@/components/media/upload-form"
import { useLibrary } from "@/components/media/use-library"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import type { LibraryEntry } from "@/lib/media/queries"

type Props = {
  /** Up to so many at once; a press on one is all that is needed where it is one. */
  most?: number
  /** Whether several are wanted as a gallery. */
  forGallery?: boolean
  onChoose(pictures: LibraryEntry[], asGallery: boolean): void
  onClose(): void
}

/** The library in a dialog: choose pictures, or upload some and have them. */
export function MediaPicker({ most = 1, forGallery = false, onChoose, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [search, setSearch] = useState("")
  const library = useLibrary(search)
  const [chosen, setChosen] = useState<LibraryEntry[]>([])
  useEffect(() => dialog.current?.showModal(), [])
  // All that can be done in an empty library.
  useEffect(() => {
    if (library.isEmpty) dialog.current?.querySelector<HTMLElement>('[type="file"]')?.focus()
  }, [library.isEmpty])

  function press(picture: LibraryEntry) {
    if (most === 1) return choose([picture], false)
    setChosen((before) => toggled(before, picture, most))
  }

  function choose(pictures: LibraryEntry[], asGallery: boolean) {
    // First of all, since closing gives the focus back to where it was.
    dialog.current?.close()
    onChoose(pictures, asGallery)
  }

  // Outside of the story's form, which neither hears what is typed here nor holds a form within.
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      aria-labelledby="picker-heading"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
      onInput={(event) => event.stopPropagation()}
      className="m-auto h-[85dvh] w-full max-w-4xl rounded-sm border border-edge bg-paper p-0 font-ui text-ink shadow-xl backdrop:bg-black/50"
    >
      <div className="flex h-full flex-col gap-4 p-5">
        <div className="flex items-center justify-between gap-3">
          <h2 id="picker-heading" className="text-xl">
            {most === 1
              ? "Choose a picture"
              : forGallery
                ? "Choose pictures for a gallery"
                : "Choose pictures"}
          </h2>
          <Button type="button" look="quiet" small onClick={() => dialog.current?.close()}>
            Close
          </Button>
        </div>
        <UploadForm
          onDone={(picture) => {
            library.putFirst(picture)
            setChosen((before) => withUploaded(before, picture, most))
          }}
        />
        <Field
          name=""
          type="search"
          label="Search the library"
          onChange={({ target }) => setSearch(target.value.trim())}
        />
        <PickerResults
          library={library}
          isPressed={(picture) => isChosen(chosen, picture) || (most === 1 ? undefined : false)}
          onPress={press}
        />
        {most > 1 || chosen.length > 0 ? (
          <PickerButtons {...{ chosen, most, forGallery }} onChoose={choose} />
        ) : null}
      </div>
    </dialog>,
    document.body,
  )
}
