export type PageLink = { path: string; title: string }

/** Links to the pages under a page. */
export function PagesBelow({ pages }: { pages: PageLink[] }) {
  if (pages.length === 0) return null
  return (
    <nav aria-label="Pages under this one" className="pages-below">
      <ul>
        {pages.map((page) => (
          <li key={page.path}>
            <a href={`/${page.path}`} dir="auto">
              {page.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
