import { useEffect, useRef } from "react"
import { useRowEnds } from "@/components/ui/use-row-ends"

/**
 * Where a phone has no room for all buttons, the last of them is the primary one: it is scrolled to whenever they change, or
 * the window does, as by the keyboard on the screen.
 */
export function useLastInSight(labels: string) {
  const row = useRef<HTMLDivElement>(null)
  useRowEnds(row)
  useEffect(() => {
    const show = () =>
      labels !== "" && row.current?.lastElementChild?.scrollIntoView({ inline: "end", block: "nearest" })
    show()
    window.addEventListener("resize", show)
    return () => window.removeEventListener("resize", show)
  }, [labels])
  return row
}
