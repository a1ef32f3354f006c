import { useEffect, useRef, useState } from "react"
import { MediaPicker } from "@/components/media/media-picker"
import { findPicture, type PickedPicture } from "@/components/media/pick"
import { LibraryPicture } from "@/components/media/picture"
import { Button } from "@/components/ui/button"

type Props = {
  /** Of the library; empty where the story has none. */
  id: string
  /** Of a story from before there was a library. */
  address: string
  error?: string
}

/** The story's lead picture, chosen from the library. */
export function LeadPictureField({ id, address, error }: Props) {
  const [picture, setPicture] = useState<PickedPicture | null>(null)
  const [plain, setPlain] = useState(address)
  const [open, setOpen] = useState(false)
  const idField = useRef<HTMLInputElement>(null)
  const addressField = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const field = idField.current
    if (!field) return
    const show = () => {
      if (field.value) void findPicture(field.value).then(setPicture)
      else setPicture(null)
      setPlain(addressField.current?.value ?? "")
    }
    show()
    field.addEventListener("restored", show)
    return () => field.removeEventListener("restored", show)
  }, [])

  function choose(chosen: PickedPicture | null) {
    setOpen(false)
    setPicture(chosen)
    setPlain("")
    const field = idField.current
    if (!field || !addressField.current) return
    field.value = chosen ? String(chosen.id) : ""
    addressField.current.value = ""
    if (chosen) offerAlt(field.form, chosen.alt)
    // A script's change of a field tells nobody by itself.
    field.dispatchEvent(new Event("input", { bubbles: true }))
  }

  const some = picture !== null || plain !== ""
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 font-ui text-sm font-semibold">Lead picture</legend>
      {/* Not of the type "hidden": of that React resets the value to the default one whenever it renders. */}
      <input ref={idField} type="text" hidden name="leadMediaId" defaultValue={id} />
      <input ref={addressField} type="text" hidden name="picture" defaultValue={address} />
      {picture ? (
        <div className="overflow-hidden rounded-sm">
          <LibraryPicture picture={picture} alt={picture.alt} shape="grid" />
        </div>
      ) : plain ? (
        // biome-ignore lint/performance/noImgElement: the desk shows it as readers get it
        <img src={plain} alt="" className="aspect-3/2 w-full rounded-sm bg-raised object-cover" />
      ) : null}
      {error ? <p className="text-sm font-semibold text-danger">{error}</p> : null}
      <div className="flex flex-wrap gap-2">
        <Button type="button" look="secondary" small onClick={() => setOpen(true)}>
          {some ? "Change lead picture" : "Choose lead picture"}
        </Button>
        {some ? (
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

/** What the library says of a picture stands in the story until somebody says it otherwise. */
function offerAlt(form: HTMLFormElement | null, alt: string): void {
  const field = form?.elements.namedItem("pictureAlt")
  if (field instanceof HTMLInputElement && field.value.trim() === "") field.value = alt
}
