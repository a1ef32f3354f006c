import type { ReactNode } from "react"

/** The buttons of a notice, under its words. */
export function NoticeButtons({ children }: { children: ReactNode }) {
  return <div className="mt-2 flex flex-wrap gap-2">{children}</div>
}
