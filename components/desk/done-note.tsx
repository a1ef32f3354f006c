"use client"

import { type ReactNode, useEffect, useRef } from "react"
import { isFocusLost } from "@/components/ui/use-answer-focus"

/**
 * What was just done, on the page that the form led to: it takes the focus that the form's button had. A `key` that
 * changes with the answer has it do so again where the page stays.
 */
export function DoneNote({ className = "", children }: { className?: string; children: ReactNode }) {
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button may still be there, where the list below is only shorter.
    if (isFocusLost() || document.activeElement instanceof HTMLButtonElement) note.current?.focus()
  }, [])
  return (
    <div
      ref={note}
      role="status"
      tabIndex={-1}
      className={`border-s-4 border-accent bg-raised px-4 py-3 ${className}`}
    >
      {children}
    </div>
  )
}
