import { useEffect, useRef, useState } from "react"
import { createPortal } from "react-dom"
import { findPicture, type PickedPicture } from "@/components/media/pick"
import { LibraryPicture } from "@/components/media/picture"
import { UploadForm } from "@/components/media/upload-form"
import { useLibrary } from "@/components/media/use-library"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { acceptedTypes } from "@/lib/media/limits"

type Props = {
  /** Up to so many at once; a press on one is all that is needed where it is one. */
  most?: number
  onChoose(pictures: PickedPicture[], asGallery: boolean): void
  onClose(): void
}

/** The library in a dialog: choose pictures, or upload some and have them. */
export function MediaPicker({ most = 1, onChoose, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [search, setSearch] = useState("")
  const { pictures, next, problem, more, putFirst } = useLibrary(search)
  const [chosen, setChosen] = useState<PickedPicture[]>([])
  useEffect(() => dialog.current?.showModal(), [])

  function press(picture: PickedPicture) {
    if (most === 1) return onChoose([picture], false)
    setChosen((before) => toggled(before, picture).slice(0, most))
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
      className="m-auto h-[85dvh] w-full max-w-4xl rounded-sm border border-edge bg-paper p-0 font-ui text-ink shadow-xl backdrop:bg-ink/50"
    >
      <div className="flex h-full flex-col gap-4 p-5">
        <div className="flex items-center justify-between gap-3">
          <h2 id="picker-heading" className="text-xl">
            {most === 1 ? "Choose a picture" : "Choose pictures"}
          </h2>
          <Button type="button" look="quiet" small onClick={() => dialog.current?.close()}>
            Close
          </Button>
        </div>
        <UploadForm
          accept={acceptedTypes}
          onDone={async (id) => {
            const picture = await findPicture(String(id))
            if (!picture) return
            putFirst(picture)
            if (most > 1) setChosen((before) => [...without(before, picture), picture].slice(0, most))
          }}
        />
        <Field
          name=""
          type="search"
          label="Search the library"
          onChange={({ target }) => setSearch(target.value.trim())}
        />
        <div className="min-h-0 grow overflow-y-auto">
          {problem ? (
            <p role="alert" className="text-danger">
              The library could not be read. Look at your connection and search again.
            </p>
          ) : null}
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-3">
            {pictures.map((picture) => (
              <li key={picture.id}>
                <button
                  type="button"
                  onClick={() => press(picture)}
                  aria-pressed={most === 1 ? undefined : isIn(chosen, picture)}
                  className="block w-full cursor-pointer text-start -outline-offset-3 outline-accent aria-pressed:outline-3 [&_.picture]:aspect-square"
                >
                  <LibraryPicture picture={picture} alt={picture.alt} shape="grid" />
                  <bdi className="block truncate text-xs text-ink-soft">{picture.filename}</bdi>
                </button>
              </li>
            ))}
          </ul>
          {pictures.length === 0 && !problem ? <p className="text-ink-soft">No pictures match.</p> : null}
          {next ? (
            <Button type="button" look="secondary" small className="mt-4" onClick={more}>
              Show more
            </Button>
          ) : null}
        </div>
        {most > 1 ? (
          <div className="flex flex-wrap items-center gap-3 border-t border-rule pt-4">
            <Button type="button" disabled={chosen.length === 0} onClick={() => onChoose(chosen, false)}>
              {chosen.length > 1 ? `Add ${chosen.length} pictures` : "Add picture"}
            </Button>
            {chosen.length > 1 ? (
              <Button type="button" look="secondary" onClick={() => onChoose(chosen, true)}>
                Add as a gallery
              </Button>
            ) : null}
            <span role="status" className="text-sm text-ink-soft">
              {chosen.length === most ? `${most} at most.` : ""}
            </span>
          </div>
        ) : null}
      </div>
    </dialog>,
    document.body,
  )
}

const isIn = (list: PickedPicture[], { id }: PickedPicture) => list.some((one) => one.id === id)

const without = (list: PickedPicture[], { id }: PickedPicture) => list.filter((one) => one.id !== id)

const toggled = (list: PickedPicture[], picture: PickedPicture) =>
  isIn(list, picture) ? without(list, picture) : [...list, picture]
