import type { ReactNode } from "react"

/** What kind of change a block has, in words, beside its border. */
export function DiffLabel({ children }: { children: ReactNode }) {
  return <p className="diff-label">{children}</p>
}
