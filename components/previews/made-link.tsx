"use client"

import { useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"

/** A new link in a field, from which it can be copied also where no script runs. */
export function MadeLink({ message, link }: { message: string; link: string }) {
  const frame = useRef<HTMLDivElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    frame.current?.querySelector("input")?.select()
    // Refused where the page is not served over HTTPS; the link is selected then, to be copied by hand.
    await navigator.clipboard?.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <div ref={frame} className="flex flex-col gap-2 border-s-4 border-accent bg-raised px-4 py-3 font-ui">
      <p role="status">{copied ? "Copied. It is not shown again." : message}</p>
      <div className="flex flex-wrap items-end gap-3">
        <Field
          key={link}
          label="Preview link"
          defaultValue={link}
          readOnly
          dir="ltr"
          className="min-w-0 grow basis-60"
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button type="button" look="secondary" onClick={copy}>
          Copy link
        </Button>
      </div>
    </div>
  )
}
