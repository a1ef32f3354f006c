import { useId, useState } from "react"
import { type LeadPicture, type ShownLead, useLeadPicture } from "@/components/editor/use-lead-picture"
import { MediaPicker } from "@/components/media/media-picker"
import { LibraryPicture } from "@/components/media/picture"
import { Button } from "@/components/ui/button"

type Props = {
  /** Of the library; empty where the story has none. */
  id: string
  /** Of a story from before there was a library. */
  legacyUrl: string
  /** The picture with this id; null also where this person may not see it. */
  lead: LeadPicture
  error?: string
}

/** The story's lead picture, chosen from the library. */
export function LeadPictureField({ id, legacyUrl, lead, error }: Props) {
  const { shown, idField, urlField, choose, goesToLibrary } = useLeadPicture({ id, legacyUrl, ...lead })
  const [open, setOpen] = useState(false)
  const errorId = useId()
  const hasPicture = shown.id !== "" || shown.legacyUrl !== ""
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 font-ui text-sm font-semibold">Lead picture</legend>
      {/* Not of the type "hidden": of that React resets the value to the default one whenever it renders. */}
      <input ref={idField} type="text" hidden name="leadMediaId" defaultValue={id} />
      <input ref={urlField} type="text" hidden name="picture" defaultValue={legacyUrl} />
      <Shown {...shown} />
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
      {shown.picture ? <Decorative {...shown} onLeave={goesToLibrary} /> : null}
      {open ? (
        <MediaPicker onChoose={([picture]) => choose(picture ?? null)} onClose={() => setOpen(false)} />
      ) : null}
    </fieldset>
  )
}

function Shown({ picture, legacyUrl }: ShownLead) {
  if (picture) {
    return (
      <div className="overflow-hidden rounded-sm">
        <LibraryPicture picture={picture} alt={picture.alt} shape="grid" />
      </div>
    )
  }
  return legacyUrl ? (
    // biome-ignore lint/performance/noImgElement: the desk shows it as readers get it
    <img src={legacyUrl} alt="" className="aspect-3/2 w-full rounded-sm bg-raised object-cover" />
  ) : null
}

/** Of a picture in the text its place decides; a lead picture is decorative everywhere or nowhere, so the library says so. */
function Decorative({ id, isDecorative, onLeave }: ShownLead & { onLeave: () => void }) {
  if (isDecorative) {
    return (
      <p data-decorative-lead className="text-sm text-ink-soft">
        Decorative, as the library says: it needs no alt text.
      </p>
    )
  }
  return (
    <p className="text-sm text-ink-soft">
      Does it add nothing to the text?{" "}
      <a href={`/desk/media/${id}`} target="_blank" rel="noopener" onClick={onLeave} onAuxClick={onLeave}>
        Mark it as decorative in the library
      </a>
      .
    </p>
  )
}
