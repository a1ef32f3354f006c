import type { MouseEvent } from "react"
import { buttonClass } from "@/components/ui/button"
import { isNarrowed, type QueueView, viewHref } from "@/lib/moderation/queue/url"
import type { Arrivals } from "./queue/state"

type Props = { view: QueueView; next: string | null; arrivals: Arrivals }

/** That comments have come in, and the way to them. The list itself waits until somebody asks for them. */
export function NewArrivals({ view, next, arrivals }: Props) {
  const { ids, more } = arrivals
  if (ids.length === 0 && !more) return null
  const counted = !more && !isNarrowed(view)
  const words = counted
    ? `${ids.length} new ${ids.length === 1 ? "comment" : "comments"} — show`
    : "New comments — show"
  return (
    <a
      href={addressOf({ view, next, arrivals })}
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
function addressOf({ view, next, arrivals: { ids, more } }: Props): string {
  const first = Math.min(...ids)
  if (more || view.sort === "risk" || next === null || ids.length === 0) {
    const here = ids.length > 0 && view.sort !== "risk" ? `#comment-${first}` : ""
    return `${viewHref(view.sort === "risk" ? { ...view, after: null } : view)}${here}`
  }
  return viewHref({ ...view, after: String(first - 1) })
}
