import type { ReactNode } from "react"
import { HouseRulesLink } from "@/components/comments/house-rules-link"
import type { OwnState } from "@/lib/comments/self-service/state"

type Props = {
  state: OwnState
  /** Where the house rules are, if there are some and they help here. */
  rules?: { path: string } | null
  children?: ReactNode
}

/** How the comment stands, why, and where its author can go from here. */
export function CommentState({ state, rules = null, children }: Props) {
  return (
    <div className={`border-s-4 bg-raised px-4 py-3 font-ui ${edges[state.kind]}`}>
      <p role="status" className="font-semibold">
        {state.title}
      </p>
      {state.why ? <p className="mt-1 text-ink-soft">{state.why}</p> : null}
      {state.line ? (
        <p className="mt-1">
          The moderator adds: <q dir="auto">{state.line}</q>
        </p>
      ) : null}
      {state.kind === "waiting" ? (
        <p className="mt-1 text-ink-soft">
          Bookmark this page to see what becomes of your comment: only you have the link. If a moderator
          rejects it, you can read here why, and appeal once.
        </p>
      ) : null}
      {rules ? (
        <p className="mt-1 text-ink-soft">
          <HouseRulesLink before="What may be said here is in our" after="." rules={rules} />
        </p>
      ) : null}
      {children ? <p className="mt-2">{children}</p> : null}
    </div>
  )
}

const edges: Record<OwnState["kind"], string> = {
  waiting: "border-accent",
  shown: "border-accent",
  refused: "border-danger",
  deleted: "border-edge",
}
