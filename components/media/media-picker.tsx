import { useCallback, useEffect, useRef, useState } from "react"
import { createPortal } from "react-dom"
import { findPicture, listPictures, type PickedPicture } from "@/components/media/pick"
import { LibraryPicture } from "@/components/media/picture"
import { UploadForm } from "@/components/media/upload-form"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { acceptedTypes } from "@/lib/media/limits"

type Props = { onChoose(picture: PickedPicture): void; onClose(): void }

/** The library in a dialog: choose a picture, or upload one and have it. */
export function MediaPicker({ onChoose, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [search, setSearch] = useState("")
  const { pictures, next, problem, more, putFirst } = useLibrary(search)
  useEffect(() => dialog.current?.showModal(), [])

  // Outside of the story's form, which neither hears what is typed here nor holds a form within.
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      aria-labelledby="picker-heading"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
      onInput={(event) => event.stopPropagation()}
      className="m-auto h-[85dvh] w-full max-w-4xl rounded-sm border border-edge bg-paper p-0 text-ink shadow-xl backdrop:bg-ink/50"
    >
      <div className="flex h-full flex-col gap-4 p-5">
        <div className="flex items-center justify-between gap-3">
          <h2 id="picker-heading" className="text-xl">
            Choose a picture
          </h2>
          <Button type="button" look="quiet" small onClick={() => dialog.current?.close()}>
            Close
          </Button>
        </div>
        <UploadForm
          accept={acceptedTypes}
          onDone={async (id) => {
            const picture = await findPicture(String(id))
            if (picture) putFirst(picture)
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
                  onClick={() => onChoose(picture)}
                  className="block w-full cursor-pointer text-start [&_.picture]:aspect-square"
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
      </div>
    </dialog>,
    document.body,
  )
}

/** What the library has for a search, page by page. */
function useLibrary(search: string) {
  const [pictures, setPictures] = useState<PickedPicture[]>([])
  const [next, setNext] = useState<number | null>(null)
  const [problem, setProblem] = useState(false)
  const asked = useRef(0)

  const read = useCallback(
    async (before: number | null) => {
      const turn = ++asked.current
      const page = await listPictures({ search, before }).catch(() => null)
      // A later search has its answer already, or soon.
      if (turn !== asked.current) return
      setProblem(page === null)
      if (!page) return
      setPictures((shown) => (before ? [...shown, ...page.pictures] : page.pictures))
      setNext(page.next)
    },
    [search],
  )

  useEffect(() => {
    const waiting = setTimeout(() => void read(null), 200)
    return () => clearTimeout(waiting)
  }, [read])

  return {
    pictures,
    next,
    problem,
    more: () => void read(next),
    putFirst: (picture: PickedPicture) =>
      setPictures((shown) => [picture, ...shown.filter(({ id }) => id !== picture.id)]),
  }
}
