import { LibraryPicture } from "@/components/media/picture"
import { PictureList } from "@/components/media/picture-list"
import type { useLibrary } from "@/components/media/use-library"
import { Button } from "@/components/ui/button"
import type { LibraryEntry } from "@/lib/media/queries"

type Props = {
  library: ReturnType<typeof useLibrary>
  /** Undefined where a press on a picture is all that is needed. */
  isPressed(picture: LibraryEntry): boolean | undefined
  onPress(picture: LibraryEntry): void
}

/** The pictures that the library has for a search, to press on. */
export function PickerResults({ library, isPressed, onPress }: Props) {
  const { pictures, next, state, isEmpty, more, retry } = library
  return (
    <div className="-mx-1.5 min-h-0 grow overflow-y-auto">
      <PictureList className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))]">
        {pictures.map((picture) => (
          <li key={picture.id}>
            <button
              type="button"
              onClick={() => onPress(picture)}
              aria-pressed={isPressed(picture)}
              className="block w-full cursor-pointer rounded-sm p-1.5 text-start -outline-offset-3 outline-accent aria-pressed:outline-3 [&_.picture]:aspect-square"
            >
              <LibraryPicture picture={picture} alt={picture.alt} shape="grid" />
              <bdi className="mt-1 block truncate text-xs text-ink-soft">{picture.filename}</bdi>
            </button>
          </li>
        ))}
      </PictureList>
      <p role="status" className="px-1.5 text-ink-soft">
        {state === "loading" ? "Loading…" : ""}
        {state === "ready" && isEmpty ? "There are no pictures yet. Upload the first one above." : ""}
        {state === "ready" && !isEmpty && pictures.length === 0 ? "No pictures match." : ""}
      </p>
      {state === "failed" ? (
        <div role="alert" className="mt-4 flex flex-wrap items-baseline gap-3 px-1.5 text-danger">
          The library could not be loaded. Check your connection and try again.
          <Button type="button" look="secondary" small onClick={retry}>
            Try again
          </Button>
        </div>
      ) : null}
      {next && state === "ready" ? (
        <Button type="button" look="secondary" small className="mx-1.5 mt-4" onClick={more}>
          Show more
        </Button>
      ) : null}
    </div>
  )
}
