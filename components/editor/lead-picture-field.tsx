import { useEffect, useId, useRef, useState } from "react"
import { setField } from "@/components/editor/set-field"
import { MediaPicker } from "@/components/media/media-picker"
import { findPicture } from "@/components/media/pick"
import { LibraryPicture } from "@/components/media/picture"
import { Button } from "@/components/ui/button"
import type { Picture } from "@/lib/media/types"

type Props = {
  /** Of the library; empty where the story has none. */
  id: string
  /** Of a story from before there was a library. */
  legacyUrl: string
  /** The picture with this id; null also where this person may not see it. */
  lead: Picture | null
  error?: string
}

/** The story's lead picture, chosen from the library. */
export function LeadPictureField({ id, legacyUrl, lead, error }: Props) {
  const [shown, setShown] = useState({ id, legacyUrl, picture: lead })
  const [open, setOpen] = useState(false)
  const idField = useRef<HTMLInputElement>(null)
  const urlField = useRef<HTMLInputElement>(null)
  const errorId = useId()

  useEffect(() => {
    const fields = [idField.current, urlField.current]
    const show = () => {
      const [id = "", legacyUrl = ""] = fields.map((field) => field?.value)
      setShown({ id, legacyUrl, picture: null })
      if (!id) return
      // An answer for a picture that is no longer the chosen one says nothing.
      const put = (picture: Picture | null) => setShown((now) => (now.id === id ? { ...now, picture } : now))
      findPicture(id).then(put, () => {})
    }
    for (const field of fields) field?.addEventListener("restored", show)
    return () => {
      for (const field of fields) field?.removeEventListener("restored", show)
    }
  }, [])

  function choose(chosen: ({ id: number; decorative: boolean } & Picture) | null) {
    const id = chosen ? String(chosen.id) : ""
    setShown({ id, legacyUrl: "", picture: chosen })
    setField(idField.current, id)
    setField(urlField.current, "")
    const alt = idField.current?.form?.elements.namedItem("pictureAlt")
    if (!(alt instanceof HTMLInputElement)) return
    // What somebody wrote themselves stays, but not what belonged to the picture before.
    const isOfLibrary = alt.value.trim() === "" || alt.value === shown.picture?.alt
    if (!chosen) setField(alt, "")
    else if (isOfLibrary) setField(alt, chosen.decorative ? "" : chosen.alt)
  }

  const hasPicture = shown.id !== "" || shown.legacyUrl !== ""
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 font-ui text-sm font-semibold">Lead picture</legend>
      {/* Not of the type "hidden": of that React resets the value to the default one whenever it renders. */}
      <input ref={idField} type="text" hidden name="leadMediaId" defaultValue={id} />
      <input ref={urlField} type="text" hidden name="picture" defaultValue={legacyUrl} />
      {shown.picture ? (
        <div className="overflow-hidden rounded-sm">
          <LibraryPicture picture={shown.picture} alt={shown.picture.alt} shape="grid" />
        </div>
      ) : shown.legacyUrl ? (
        // biome-ignore lint/performance/noImgElement: the desk shows it as readers get it
        <img src={shown.legacyUrl} alt="" className="aspect-3/2 w-full rounded-sm bg-raised object-cover" />
      ) : null}
      {error ? (
        <p id={errorId} className="text-sm font-semibold text-danger">
          {error}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button
          type="button"
          look="secondary"
          small
          data-invalid={error ? true : undefined}
          aria-describedby={error ? errorId : undefined}
          onClick={() => setOpen(true)}
        >
          {hasPicture ? "Change lead picture" : "Choose lead picture"}
        </Button>
        {hasPicture ? (
          <Button type="button" look="quiet" small onClick={() => choose(null)}>
            Remove lead picture
          </Button>
        ) : null}
      </div>
      {open ? (
        <MediaPicker onChoose={([picture]) => choose(picture ?? null)} onClose={() => setOpen(false)} />
      ) : null}
    </fieldset>
  )
}
