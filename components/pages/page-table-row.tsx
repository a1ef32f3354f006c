import { StatusPill } from "@/components/editor/status-pill"
import { timeAgo } from "@/lib/text/time-ago"

export type ListedPage = {
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

/** One page; the whole row leads to it. */
export function PageTableRow({ page }: { page: ListedPage }) {
  const { id, parentId, title, path, status, purpose, updatedAt, by } = page
  const isBelow = parentId !== null
  return (
    <tr className="relative flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-rule py-2.5 hover:bg-raised lg:table-row lg:py-0">
      <td className={`w-full lg:w-auto lg:py-2 lg:pe-3 ${isBelow ? "ps-5" : ""}`}>
        <a
          href={`/desk/pages/${id}`}
          className="block font-semibold wrap-anywhere text-ink no-underline after:absolute after:inset-0 hover:underline"
        >
          <bdi>{title || "Untitled"}</bdi>
        </a>
      </td>
      <td className={`wrap-anywhere text-ink-soft lg:py-2 lg:pe-3 ${isBelow ? "max-lg:ps-5" : ""}`}>
        <bdi dir="ltr">/{path}</bdi>
      </td>
      <td className="lg:py-2 lg:pe-3">
        <StatusPill status={status} />
      </td>
      <td className="whitespace-nowrap text-ink-soft max-lg:hidden lg:py-2 lg:pe-3">{purpose}</td>
      <td className={`text-ink-soft lg:py-2 ${isBelow ? "max-lg:ps-5" : ""}`}>
        <time dateTime={updatedAt.toISOString()}>{timeAgo(updatedAt)}</time>
        {by ? (
          <>
            {" "}
            by <bdi>{by}</bdi>
          </>
        ) : null}
      </td>
    </tr>
  )
}
