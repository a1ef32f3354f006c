import { type RefObject, useEffect } from "react"

/** Notes at a row that scrolls sideways at which of its ends there is more, as `data-more`: the style sheet fades it there. */
export function useRowEnds(row: RefObject<HTMLElement | null>): void {
  // With each render, since what stands in the row can be another then.
  useEffect(() => {
    const element = row.current
    if (!element) return
    const look = () => {
      element.dataset.more = moreAt(element).join(" ")
    }
    // Once the page is about to be laid out anyway.
    const frame = requestAnimationFrame(look)
    element.addEventListener("scroll", look, { passive: true })
    window.addEventListener("resize", look)
    return () => {
      cancelAnimationFrame(frame)
      element.removeEventListener("scroll", look)
      window.removeEventListener("resize", look)
    }
  })
}

function moreAt({
  scrollLeft,
  scrollWidth,
  clientWidth,
}: Pick<HTMLElement, "scrollLeft" | "scrollWidth" | "clientWidth">): string[] {
  return [
    ...(scrollLeft > 1 ? ["start"] : []),
    ...(scrollLeft + clientWidth < scrollWidth - 1 ? ["end"] : []),
  ]
}
