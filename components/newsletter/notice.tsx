import type { ReactNode } from "react"

/** A short page with one thing to say, and at most one thing to do. */
export function Notice({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <div className="mx-auto max-w-measure py-10 sm:py-16">
      <h1 className="page-title">{heading}</h1>
      <div className="mt-6 flex flex-col gap-5 text-lg">{children}</div>
    </div>
  )
}
