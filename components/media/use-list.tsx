import type { MediaUse } from "@/lib/media/queries"

/** Where a picture is used. */
export function UseList({ uses }: { uses: MediaUse[] }) {
  if (uses.length === 0) return <p className="mt-2 text-sm text-ink-soft">No story uses it.</p>
  return (
    <ul className="mt-2 flex flex-col gap-1 text-sm">
      {uses.map(({ postId, place, title }) => (
        <li key={`${postId} ${place}`}>
          {title === null ? (
            "A story that is not yours"
          ) : (
            <a href={`/desk/posts/${postId}`}>{title || "Untitled"}</a>
          )}
          <span className="text-ink-soft"> · {places[place]}</span>
        </li>
      ))}
    </ul>
  )
}

const places: Record<MediaUse["place"], string> = {
  lead: "lead picture",
  body: "in the text",
  portrait: "portrait",
}
