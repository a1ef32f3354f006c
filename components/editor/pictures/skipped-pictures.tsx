import { Button } from "@/components/ui/button"

/** Says that pictures of another page were not pasted, and what to do. */
export function SkippedPictures({ count, onClose }: { count: number; onClose: () => void }) {
  return (
    <div role="status">
      {count > 0 ? (
        <p className="mb-3 flex flex-wrap items-baseline gap-2 border-s-4 border-edge bg-raised px-4 py-2 text-sm">
          {count === 1 ? "1 picture was" : `${count} pictures were`} not pasted, because pictures on other
          sites cannot be shown here. Save {count === 1 ? "it" : "them"} to your device, then use Add picture.
          <Button type="button" look="quiet" small onClick={onClose}>
            Close
          </Button>
        </p>
      ) : null}
    </div>
  )
}
