import { type MouseEvent, useEffect, useRef } from "react"
import { ZoneElsewhere } from "@/components/desk/zone-elsewhere"
import type { EditorKind } from "@/components/editor/kind"
import { SaveStatus, savingWords } from "@/components/editor/save-status"
import type { SaverView } from "@/components/editor/saver-tools"
import type { Wish } from "@/components/editor/saving-state"
import { StatusPill, statusNames } from "@/components/editor/status-pill"
import { proposalOf, storyWishes } from "@/components/editor/story-wishes"
import { When } from "@/components/moderation/when"
import { Button, buttonClass } from "@/components/ui/button"
import { useRowEnds } from "@/components/ui/use-row-ends"

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
      <GoesOut story={story} />
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

/**
 * Where a phone has no room for all buttons, the last of them is the primary one: it is scrolled to whenever they change, or
 * the window does, as by the keyboard on the screen.
 */
function useLastInSight(labels: string) {
  const row = useRef<HTMLDivElement>(null)
  useRowEnds(row)
  useEffect(() => {
    const show = () =>
      labels !== "" && row.current?.lastElementChild?.scrollIntoView({ inline: "end", block: "nearest" })
    show()
    window.addEventListener("resize", show)
    return () => window.removeEventListener("resize", show)
  }, [labels])
  return row
}

/** When a scheduled story goes out. */
function GoesOut({ story }: Pick<SaverView, "story">) {
  const publishAt = story && "publishAt" in story ? story.publishAt : null
  if (typeof publishAt !== "string") return null
  const date = new Date(publishAt)
  return (
    <p className="order-last basis-full text-sm">
      Goes out on <When date={date} />
      <ZoneElsewhere date={date} />. Save changes with “Schedule”.
    </p>
  )
}
