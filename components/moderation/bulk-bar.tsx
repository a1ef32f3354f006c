import { type RefObject, useEffect, useState } from "react"
import { Button } from "@/components/ui/button"

/**
 * What to do with the comments that are ticked. A plain form that leads to a page which shows first what would happen;
 * it comes up at the window's edge with the first tick, and takes no place from the list.
 */
export function BulkBar({ list }: { list: RefObject<HTMLElement | null> }) {
  // Unknown until scripts run.
  const [count, setCount] = useState(0)

  useEffect(() => {
    const tell = () => setCount(list.current?.querySelectorAll("input[name=ids]:checked").length ?? 0)
    tell()
    document.addEventListener("change", tell)
    return () => document.removeEventListener("change", tell)
  }, [list])

  return (
    <form
      id="bulk"
      method="get"
      action="/desk/comments/bulk"
      className="sticky bottom-0 z-10 -mx-4 hidden flex-wrap group-has-[[name=ids]:checked]/desk:flex items-center gap-2 border-t border-edge bg-raised px-4 py-2 font-ui text-sm md:-mx-8 md:px-8"
    >
      <p className="me-auto font-semibold sm:me-2">
        {count === 0 ? "The selected ones" : `${count} selected`}:
      </p>
      {decisions.map(([value, label]) => (
        <Button key={value} name="decision" value={value} look="secondary" small className="max-sm:px-2">
          {label}
        </Button>
      ))}
    </form>
  )
}

const decisions = [
  ["approve", "Approve…"],
  ["reject", "Reject…"],
  ["spam", "Spam…"],
] as const
