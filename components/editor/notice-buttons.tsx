import type { ReactNode } from "react"

/** The ways on that a notice offers, under its words. */
export function NoticeButtons({ children }: { children: ReactNode }) {
  return <div className="mt-2 flex flex-wrap gap-2">{children}</div>
}
