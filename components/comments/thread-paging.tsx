type Props = {
  page: number
  pages: number
  addressOf: (page: number) => string
  /** What the pages are of, for those who hear the page. */
  label: string
}

/** The way to the pages before and after, where there are any. */
export function ThreadPaging({ page, pages, addressOf, label }: Props) {
  if (pages <= 1) return null
  const [previous, next] = [page > 1 && addressOf(page - 1), page < pages && addressOf(page + 1)]
  return (
    <nav aria-label={label} className="thread-pages">
      {previous ? <link rel="prev" href={previous} /> : null}
      {next ? <link rel="next" href={next} /> : null}
      <span>
        Page {page} of {pages}
      </span>
      {previous ? (
        <a href={`${previous}#comments`} rel="prev">
          Previous page
        </a>
      ) : null}
      {next ? (
        <a href={`${next}#comments`} rel="next">
          Next page
        </a>
      ) : null}
    </nav>
  )
}
