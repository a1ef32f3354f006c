import type { ReactNode } from "react"
import { clockTime } from "@/components/editor/clock"
import type { SaverView } from "@/components/editor/saver"
import type { Wish } from "@/components/editor/saving-state"
import { Button } from "@/components/ui/button"
import type { HeldStory } from "@/lib/posts/save-answer"

type Props = {
  view: SaverView
  saveOver: (theirs: HeldStory, wish: Wish) => void
  takeTheirs: () => void
  retry: () => void
}

/** What stands between the text and its saving, and the ways on. */
export function SaveNotice({ view: { state, dirty }, saveOver, takeTheirs, retry }: Props) {
  switch (state.phase) {
    case "refused":
      return <Notice>{state.message}</Notice>
    case "signed-out":
      return (
        <Notice>
          You have been signed out, so nothing was saved. Your text is kept here:{" "}
          <a href="/sign-in" target="_blank" rel="noopener">
            sign in in a new tab
          </a>
          , then save again.
          <Choices>
            <Button type="button" small onClick={retry}>
              Save again
            </Button>
          </Choices>
        </Notice>
      )
    case "unreachable":
      return (
        <Notice>
          The site did not answer, so nothing was saved. Your text is kept here and in this browser; try again
          in a moment.
          <Choices>
            <Button type="button" small onClick={retry}>
              Save again
            </Button>
          </Choices>
        </Notice>
      )
    case "stale":
      return (
        <Notice>
          {state.by ? <bdi>{state.by}</bdi> : "Somebody"} saved this story at{" "}
          {clockTime(state.theirs.savedAt)}; your text is kept below and was not saved.{" "}
          <a href={`/desk/posts/${state.theirs.id}/preview`} target="_blank" rel="noopener">
            Read their version
          </a>
          {state.theirs.status === "published" ? " (it is published)" : ""}, then choose:
          <Choices>
            <Button type="button" small onClick={() => saveOver(state.theirs, state.wish)}>
              {state.theirs.status === "published" ? "Publish mine over it" : "Save mine over it"}
            </Button>
            <Button type="button" look="secondary" small onClick={takeTheirs}>
              Take theirs
            </Button>
          </Choices>
        </Notice>
      )
    case "saved":
      return state.wish === "publish" && !dirty ? (
        <p className={`${shape} border-accent`}>
          Published. <a href={`/posts/${state.story.slug}`}>See it on the site</a>
        </p>
      ) : null
    default:
      return null
  }
}

function Notice({ children }: { children: ReactNode }) {
  return (
    <div role="alert" className={`${shape} border-danger`}>
      {children}
    </div>
  )
}

function Choices({ children }: { children: ReactNode }) {
  return <div className="mt-2 flex flex-wrap gap-2">{children}</div>
}

const shape = "mb-3 max-w-measure border-s-4 bg-raised px-4 py-3 text-sm leading-relaxed"
