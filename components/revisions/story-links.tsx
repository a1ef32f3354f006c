type Props = {
  story: { id: number; title: string }
  /** Whether the page is below the list of versions. */
  versions?: boolean
}

/** The way back from a page about a story's versions. */
export function StoryLinks({ story: { id, title }, versions = false }: Props) {
  const look = "text-accent underline underline-offset-2"
  return (
    <p className="mb-1 flex flex-wrap gap-x-2 text-sm wrap-anywhere">
      <a href={`/desk/posts/${id}`} dir="auto" className={look}>
        {title || "Untitled"}
      </a>
      {versions ? (
        <>
          <span aria-hidden="true">›</span>
          <a href={`/desk/posts/${id}/revisions`} className={look}>
            Versions
          </a>
        </>
      ) : null}
    </p>
  )
}
