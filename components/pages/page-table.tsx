import { type ListedPage, PageTableRow } from "@/components/pages/page-table-row"

/** Pages in rows, those under another one set in; on a narrow screen each row folds to two lines. */
export function PageTable({ pages }: { pages: ListedPage[] }) {
  return (
    <table className="block w-full text-sm lg:table">
      <caption className="sr-only">Pages by title, each followed by those under it</caption>
      <thead className="sr-only lg:not-sr-only lg:table-header-group">
        <tr className="border-b border-ink text-xs text-ink-soft">
          <th className="py-2 pe-3 text-start font-semibold">Title</th>
          <th className="py-2 pe-3 text-start font-semibold">Address</th>
          <th className="w-28 py-2 pe-3 text-start font-semibold">Status</th>
          <th className="w-32 py-2 pe-3 text-start font-semibold">Purpose</th>
          <th className="w-48 py-2 text-start font-semibold">Saved</th>
        </tr>
      </thead>
      <tbody className="block lg:table-row-group">
        {pages.map((page) => (
          <PageTableRow key={page.id} page={page} />
        ))}
      </tbody>
    </table>
  )
}
