import type { LeftOut } from "@/components/editor/pictures/pasted-pictures"
import { Button } from "@/components/ui/button"

/** The pictures of a page that was pasted, and how many of them cannot be had from here. */
export type Skipped = { pictures: readonly LeftOut[]; away: number }

type Props = Skipped & { onBring: () => void; onClose: () => void }

/** Says that pictures of another page were left out. None is fetched before somebody says so. */
export function SkippedPictures({ pictures, away, onBring, onClose }: Props) {
  return (
    <div role="status">
      {pictures.length + away > 0 ? (
        <p className="mb-3 flex flex-wrap items-baseline gap-2 border-s-4 border-edge bg-raised px-4 py-2 text-sm">
          {pictures.length > 0
            ? `${counted(pictures.length)} left out. Check that you may use ${them(pictures.length)}.`
            : ""}
          {away > 0
            ? ` ${counted(away)} on the device you copied from. Save ${them(away)} there, then use Add picture.`
            : ""}
          {pictures.length > 0 ? (
            <Button type="button" look="secondary" small onClick={onBring}>
              Bring {them(pictures.length)} in
            </Button>
          ) : null}
          <Button type="button" look="quiet" small onClick={onClose}>
            {pictures.length > 0 ? `Leave ${them(pictures.length)} out` : "Close"}
          </Button>
        </p>
      ) : null}
    </div>
  )
}

const counted = (count: number) => (count === 1 ? "1 picture was" : `${count} pictures were`)
const them = (count: number) => (count === 1 ? "it" : "them")
