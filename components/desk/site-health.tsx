import type { ReactNode } from "react"
import { Panel } from "@/components/desk/panel"

type Props = {
  /** Where mail goes, in a sentence. */
  mail: string
  /** How and when the last test ended, or empty. */
  lastTest: string
  overdue: boolean
  children: ReactNode
}

/** For admins: whether mail is sent, and whether work in the background keeps up. */
export function SiteHealth({ mail, lastTest, overdue, children }: Props) {
  return (
    <Panel title="This site">
      <dl className="mt-2 grid gap-x-4 gap-y-2 text-sm sm:grid-cols-[auto_1fr]">
        <dt className="text-ink-soft">Mail</dt>
        <dd>
          <p className="wrap-anywhere">{mail}</p>
          {lastTest ? <p className="text-ink-soft">{lastTest}</p> : null}
          {children}
        </dd>
        <dt className="text-ink-soft">Background work</dt>
        <dd>{overdue ? "Overdue: see above." : "On time."}</dd>
      </dl>
    </Panel>
  )
}
