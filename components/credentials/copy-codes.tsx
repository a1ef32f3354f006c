"use client"

import { type RefObject, useState } from "react"
import { Button } from "@/components/ui/button"

const sentences = {
  none: "",
  copied: "Copied. Paste them where you keep them.",
  selected: "The codes are selected. Copy them with your keyboard or your browser’s menu.",
} as const

/** Puts recovery codes on the clipboard, one on each line; `list` is the element that shows them. */
export function CopyCodes({
  codes,
  list,
}: {
  codes: readonly string[]
  list: RefObject<HTMLElement | null>
}) {
  const [done, setDone] = useState<keyof typeof sentences>("none")
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(codes.join("\n"))
      setDone("copied")
    } catch {
      // Browsers have no clipboard for a page that came without HTTPS, and people can refuse it.
      if (list.current) getSelection()?.selectAllChildren(list.current)
      setDone("selected")
    }
  }
  return (
    <div className="mt-3 flex flex-wrap items-center gap-3 noscript:hidden">
      <Button type="button" look="secondary" small onClick={copy}>
        Copy the codes
      </Button>
      <p role="status" className="text-sm text-ink-soft">
        {sentences[done]}
      </p>
    </div>
  )
}
