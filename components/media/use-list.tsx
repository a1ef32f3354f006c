import type { MediaUse } from "@/lib/media/queries"

/** Where a picture is used. */
export function UseList({ uses }: { uses: MediaUse[] }) {
  if (uses.length === 0) return <p className="mt-2 text-sm text-ink-soft">Nothing uses it.</p>
  return (
    <ul className="mt-2 flex flex-col gap-1 text-sm">
      {uses.map((use) => (
        <li key={`${use.postId} ${use.page?.id} ${use.author} ${use.place}`}>
          <User use={use} />
          <span className="text-ink-soft"> · {places[use.place]}</span>
        </li>
      ))}
    </ul>
  )
}

function User({ use: { postId, page, title, author } }: { use: MediaUse }) {
  if (page) {
    const name = title === null ? "A page" : title || "Untitled"
    return page.opens ? <a href={`/desk/pages/${page.id}`}>{name}</a> : <bdi>{name}</bdi>
  }
  if (postId === null) return author === null ? "The publication" : <bdi>{author}</bdi>
  if (title === null) return "A story that is not yours"
  return <a href={`/desk/posts/${postId}`}>{title || "Untitled"}</a>
}

const places: Record<MediaUse["place"], string> = {
  lead: "lead picture",
  body: "in the text",
  revision: "in another version",
  portrait: "portrait",
  logo: "logo",
  social: "picture of links to the site",
}
