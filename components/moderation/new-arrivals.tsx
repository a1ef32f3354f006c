import type { MouseEvent } from "react"
import { buttonClass } from "@/components/ui/button"
import { isNarrowed, type QueueView, viewHref } from "@/lib/moderation/queue/url"

type Props = { view: QueueView; next: string | null; fresh: readonly number[]; all: boolean }

/** That comments have come in, and the way to them. The list itself waits until somebody asks for them. */
export function NewArrivals({ view, next, fresh, all }: Props) {
  if (fresh.length === 0 && !all) return <span />
  const counted = !all && !isNarrowed(view)
  const words = counted
    ? `${fresh.length} new ${fresh.length === 1 ? "comment" : "comments"} — show`
    : "New comments — show"
  return (
    <a
      href={whereTheyAre({ view, next, fresh, all })}
      onClick={loadAnew}
      className={buttonClass({ look: "secondary", small: true })}
    >
      {words}
    </a>
  )
}

/** To another place on the same page a browser would only scroll. */
function loadAnew(event: MouseEvent<HTMLAnchorElement>): void {
  const { pathname, search, href } = event.currentTarget
  if (pathname !== location.pathname || search !== location.search) return
  event.preventDefault()
  history.replaceState(null, "", href)
  location.reload()
}

/** What waits comes oldest first, so new ones stand at the end: past this page when there is a next one. */
function whereTheyAre({ view, next, fresh, all }: Props): string {
  const first = Math.min(...fresh)
  if (all || view.sort === "risk" || next === null || fresh.length === 0) {
    const here = fresh.length > 0 && view.sort !== "risk" ? `#comment-${first}` : ""
    return `${viewHref(view.sort === "risk" ? { ...view, after: null } : view)}${here}`
  }
  return viewHref({ ...view, after: String(first - 1) })
}
