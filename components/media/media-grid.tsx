import { LibraryPicture } from "@/components/media/picture"
import type { LibraryEntry } from "@/lib/media/queries"

/** The library as a grid; each picture leads to its page, and can be chosen for what the form below does. */
export function MediaGrid({ pictures }: { pictures: LibraryEntry[] }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-3">
      {pictures.map((picture) => (
        <li key={picture.id} className="relative flex flex-col gap-1.5">
          <a
            href={`/desk/media/${picture.id}`}
            className="block aspect-square overflow-hidden rounded-sm bg-raised [&_.picture]:aspect-square"
          >
            {picture.files.length > 0 ? (
              <LibraryPicture picture={picture} alt={picture.alt || picture.filename} shape="grid" />
            ) : (
              <span className="grid h-full place-items-center p-2 text-xs wrap-anywhere">
                {picture.filename}
              </span>
            )}
          </a>
          <label className="flex min-h-7 items-center gap-2 text-sm">
            <input type="checkbox" name="id" value={picture.id} className="size-4 accent-accent" />
            <bdi className="min-w-0 truncate">{picture.filename}</bdi>
          </label>
          <p className="text-xs text-ink-soft">{marks(picture).join(" · ")}</p>
        </li>
      ))}
    </ul>
  )
}

function marks({ used, alt, decorative, state, width, height }: LibraryEntry): string[] {
  return [
    `${width} × ${height}`,
    ...(used ? [] : ["unused"]),
    ...(alt || decorative ? [] : ["no alt text"]),
    ...(state === "processing" ? ["processing"] : state === "failed" ? ["some sizes are missing"] : []),
  ]
}
