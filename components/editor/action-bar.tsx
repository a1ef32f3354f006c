import type { MouseEvent } from "react"
import type { EditorKind } from "@/components/editor/kind"
import { SaveStatus } from "@/components/editor/save-status"
import type { SaverView } from "@/components/editor/saver-tools"
import type { Wish } from "@/components/editor/saving-state"
import { savingWords } from "@/components/editor/saving-words"
import { ScheduleLine } from "@/components/editor/schedule-line"
import { StatusPill, statusNames } from "@/components/editor/status-pill"
import { proposalOf, storyWishes } from "@/components/editor/story-wishes"
import { useLastInSight } from "@/components/editor/use-last-in-sight"
import { Button, buttonClass } from "@/components/ui/button"

type Props = {
  kind: EditorKind
  view: SaverView
  /** False until its scripts run: a click before would be lost. */
  ready: boolean
  mayPublish: boolean
  /** Whether it belongs to the person who writes here. */
  isOwn: boolean
  onWish: (wish: Wish) => void
  onPreview: (event: MouseEvent<HTMLAnchorElement>) => void
}

/** Where it stands, and what can be done with it. */
export function ActionBar({ kind, view, ready, mayPublish, isOwn, onWish, onPreview }: Props) {
  const { story, state } = view
  const isPublished = story?.status === "published"
  const status = story?.status ?? "draft"
  // After scheduling both would say the same.
  const isSaid = savingWords(view, kind) === statusNames[status]
  const wishes = storyWishes({ kind, story, mayPublish, isOwn })
  const steps = useLastInSight(wishes.map(({ label }) => label).join())

  return (
    <div className="action-bar">
      <div className="action-bar-status">
        {isSaid && !proposalOf(story) ? null : (
          <span className="action-bar-pill">
            <StatusPill status={status} proposal={proposalOf(story)} />
          </span>
        )}
        <SaveStatus kind={kind} view={view} />
      </div>
      <ScheduleLine story={story} />
      {story?.unseen ? (
        <p className="order-last basis-full text-sm">Readers do not see your changes yet.</p>
      ) : null}
      <div ref={steps} className="action-bar-steps">
        <a
          href={story ? `${kind.desk}/${story.id}/preview` : undefined}
          // Not yet a link, but already a stop of the Tab key: pressing it makes the draft.
          role={story ? undefined : "link"}
          tabIndex={0}
          target={story ? `preview-${story.id}` : undefined}
          onClick={onPreview}
          className={`${buttonClass({ look: "quiet", small: true })} shrink-0 max-md:px-1.5`}
        >
          Preview
        </a>
        {isPublished ? (
          <a
            href={story.path}
            target="_blank"
            rel="noopener"
            className={`${buttonClass({ look: "quiet", small: true })} shrink-0 max-md:px-1.5`}
          >
            View {kind.noun}
          </a>
        ) : null}
        {wishes.map(({ label, rest, wish, look }) => (
          <Button
            key={label}
            type="button"
            small
            look={look}
            className="shrink-0 max-md:px-1.5"
            // Not `disabled`: the row scrolls on a phone, so the Tab key has to reach into it at any time.
            aria-disabled={!ready || (state.phase === "saving" && state.wish === wish) || undefined}
            onClick={() => ready && onWish(wish)}
          >
            <span>
              {label}
              {/* A phone has no room for it; its name keeps it. */}
              {rest ? <span className="max-md:sr-only">{rest}</span> : null}
            </span>
          </Button>
        ))}
      </div>
    </div>
  )
}
