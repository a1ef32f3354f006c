import type { ReactNode } from "react"
import { Button } from "@/components/ui/button"
import type { LibraryEntry } from "@/lib/media/queries"

type Props = {
  chosen: LibraryEntry[]
  most: number
  forGallery: boolean
  onChoose(pictures: LibraryEntry[], asGallery: boolean): void
}

/** Takes what is chosen: several pictures, or the one that was just uploaded. */
export function PickerButtons({ chosen, most, forGallery, onChoose }: Props) {
  if (most === 1) {
    return (
      <Frame>
        <Button type="button" onClick={() => onChoose(chosen, false)}>
          Use this picture
        </Button>
      </Frame>
    )
  }
  const add = (
    <Button
      key="add"
      type="button"
      look={forGallery && chosen.length > 1 ? "secondary" : "primary"}
      disabled={chosen.length === 0}
      onClick={() => onChoose(chosen, false)}
    >
      {chosen.length > 1 ? `Add ${chosen.length} pictures` : "Add picture"}
    </Button>
  )
  const addGallery =
    chosen.length > 1 ? (
      <Button
        key="gallery"
        type="button"
        look={forGallery ? "primary" : "secondary"}
        onClick={() => onChoose(chosen, true)}
      >
        Add as a gallery
      </Button>
    ) : null
  return (
    <Frame>
      {forGallery ? [addGallery, add] : [add, addGallery]}
      <span role="status" className="text-sm text-ink-soft">
        {forGallery && chosen.length < 2 ? "Choose two pictures or more." : ""}
        {chosen.length === most ? `You can choose up to ${most} pictures.` : ""}
      </span>
    </Frame>
  )
}

function Frame({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3 border-t border-rule pt-4">{children}</div>
}
