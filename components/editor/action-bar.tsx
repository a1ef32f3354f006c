import type { MouseEvent } from "react"
import { SaveStatus } from "@/components/editor/save-status"
import type { SaverView } from "@/components/editor/saver"
import { savesItself, type Wish } from "@/components/editor/saving-state"
import { StatusPill } from "@/components/editor/status-pill"
import { Button, buttonClass } from "@/components/ui/button"

type Props = {
  view: SaverView
  /** False until the page has come alive: a click before would be lost. */
  ready: boolean
  mayPublish: boolean
  onWish: (wish: Wish) => void
  onPreview: (event: MouseEvent<HTMLAnchorElement>) => void
}

/** Where the story stands, and what can be done with it. */
export function ActionBar({ view, ready, mayPublish, onWish, onPreview }: Props) {
  const { story, state } = view
  const isPublished = story?.status === "published"
  const wishes: { label: string; wish: Wish; look: "primary" | "secondary"; shown: boolean }[] = [
    { label: "Unpublish", wish: "unpublish", look: "secondary", shown: isPublished },
    { label: "Save draft", wish: "save", look: "secondary", shown: !isPublished },
    {
      label: "Submit for review",
      wish: "submit",
      look: mayPublish ? "secondary" : "primary",
      shown: maySubmit(view),
    },
    { label: isPublished ? "Update" : "Publish", wish: "publish", look: "primary", shown: mayPublish },
  ]

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2">
      <div className="flex min-w-0 grow basis-40 items-center gap-3">
        <StatusPill status={story?.status ?? "draft"} />
        <SaveStatus view={view} />
      </div>
      <a
        href={story ? `/desk/posts/${story.id}/preview` : undefined}
        // Not yet a link, but already a stop of the Tab key: pressing it makes the draft.
        role={story ? undefined : "link"}
        tabIndex={0}
        target={story ? `preview-${story.id}` : undefined}
        onClick={onPreview}
        className={`${buttonClass({ look: "quiet", small: true })} max-md:-me-3`}
      >
        Preview
      </a>
      <div className="flex flex-wrap items-center gap-2">
        {wishes
          .filter(({ shown }) => shown)
          .map(({ label, wish, look }) => (
            <Button
              key={label}
              type="button"
              small
              look={look}
              className="max-md:px-2"
              disabled={!ready}
              aria-disabled={(state.phase === "saving" && state.wish === wish) || undefined}
              onClick={() => onWish(wish)}
            >
              {label}
            </Button>
          ))}
      </div>
    </div>
  )
}

function maySubmit({ story }: SaverView): boolean {
  return story === null || (savesItself(story) ? story.status === "draft" : story.status === "withdrawn")
}
