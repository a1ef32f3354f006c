/** What a page of comments says at its top: which story they are on, and the way there. */
export function ThreadHead({ slug, title, heading }: { slug: string; title: string; heading?: string }) {
  const story = (
    <a href={`/posts/${slug}`} dir="auto">
      {title}
    </a>
  )
  return (
    <div className="thread-head">
      {heading ? (
        <>
          <p className="font-ui text-sm text-ink-soft">On {story}</p>
          <h1 dir="auto">{heading}</h1>
        </>
      ) : (
        <h1>Comments on {story}</h1>
      )}
    </div>
  )
}
