import { StatusPill } from "@/components/editor/status-pill"
import { timeAgo } from "@/lib/text/time-ago"

type Row = {
  id: number
  parentId: number | null
  title: string
  path: string
  status: "draft" | "published"
  /** What the page is to the site, in words. */
  purpose: string
  updatedAt: Date
  by: string | null
}

/** Pages in rows, those under another one set in; on a narrow screen each row folds to two lines. */
export function PageTable({ pages }: { pages: Row[] }) {
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
        {pages.map(({ id, parentId, title, path, status, purpose, updatedAt, by }) => (
          <tr
            key={id}
            className="relative flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-rule py-2.5 hover:bg-raised lg:table-row lg:py-0"
          >
            <td className={`w-full lg:w-auto lg:py-2 lg:pe-3 ${parentId === null ? "" : "ps-5"}`}>
              <a
                href={`/desk/pages/${id}`}
                className="block font-semibold wrap-anywhere text-ink no-underline after:absolute after:inset-0 hover:underline"
              >
                <bdi>{title || "Untitled"}</bdi>
              </a>
            </td>
            <td
              className={`wrap-anywhere text-ink-soft lg:py-2 lg:pe-3 ${parentId === null ? "" : "max-lg:ps-5"}`}
            >
              <bdi dir="ltr">/{path}</bdi>
            </td>
            <td className="lg:py-2 lg:pe-3">
              <StatusPill status={status} />
            </td>
            <td className="whitespace-nowrap text-ink-soft max-lg:hidden lg:py-2 lg:pe-3">{purpose}</td>
            <td className={`text-ink-soft lg:py-2 ${parentId === null ? "" : "max-lg:ps-5"}`}>
              <time dateTime={updatedAt.toISOString()}>{timeAgo(updatedAt)}</time>
              {by ? (
                <>
                  {" "}
                  by <bdi>{by}</bdi>
                </>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
