import { useState } from "react"
import { MediaPicker } from "@/components/media/media-picker"
import { Button } from "@/components/ui/button"
import type { LibraryEntry } from "@/lib/media/queries"

type Props = {
  /** What the picture is called on the buttons. */
  name: string
  hasPicture: boolean
  onChoose: (picture: LibraryEntry) => void
  /** Without it the button sends the form that it stands in. */
  onRemove?: () => void
}

/** Chooses a picture of the library, or another one, or removes the one there is. */
export function PictureChoice({ name, hasPicture, onChoose, onRemove }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button type="button" look="secondary" small onClick={() => setOpen(true)}>
          {hasPicture ? `Change ${name}` : `Choose ${name}`}
        </Button>
        {hasPicture ? (
          <Button type={onRemove ? "button" : "submit"} look="quiet" small onClick={onRemove}>
            {`Remove ${name}`}
          </Button>
        ) : null}
      </div>
      {open ? (
        <MediaPicker onChoose={([picture]) => picture && onChoose(picture)} onClose={() => setOpen(false)} />
      ) : null}
    </>
  )
}
