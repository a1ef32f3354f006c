import { type ThreadOrder, threadOrders, threadPage } from "@/lib/comments/thread/pages"

const words: Record<ThreadOrder, string> = {
  oldest: "Oldest first",
  newest: "Newest first",
  "most-answered": "Most answered",
}

/** The orders that a thread can be read in, as links: the oldest is the thread itself. */
export function ThreadOrders({ slug, order }: { slug: string; order: ThreadOrder }) {
  return (
    <nav aria-label="Order of comments" className="thread-orders">
      {threadOrders.map((each) => (
        <a
          key={each}
          href={`${threadPage(slug, 1, each)}#comments`}
          aria-current={each === order ? "true" : undefined}
          rel={each === "oldest" ? undefined : "nofollow"}
        >
          {words[each]}
        </a>
      ))}
    </nav>
  )
}
