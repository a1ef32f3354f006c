"use client"

import type { JSONContent } from "@tiptap/core"
import { type ReactNode, useRef } from "react"
import type { GuestAnswer } from "@/components/editor/bylines/add-byline"
import type { BylineChoice } from "@/components/editor/bylines/bylines-field"
import { storyKind } from "@/components/editor/kind"
import type { MetadataSite } from "@/components/editor/metadata/metadata-fields"
import { SettingsPanel, type StoryFields } from "@/components/editor/settings-panel"
import { textFields } from "@/components/editor/text-fields"
import { useStory } from "@/components/editor/use-story"
import { WritingRoom } from "@/components/editor/writing-room"
import type { SaveAnswer } from "@/lib/documents/save-answer"
import type { Picture } from "@/lib/media/types"
import type { HeldStory } from "@/lib/posts/save-answer"
import "./editor.css"
import "./pictures/pictures.css"

type Act = (form: FormData) => Promise<SaveAnswer<HeldStory>>

type Props = {
  staffId: number
  mayPublish: boolean
  story: HeldStory | null
  /** Whether readers have known the story's address. */
  wasPublished: boolean
  fields: StoryFields
  body: JSONContent
  /** What links elsewhere show of the publication. */
  site: MetadataSite
  lead: Picture | null
  /** Those in the text, by their ids. */
  pictures: Readonly<Record<string, Picture>>
  bylines: BylineChoice
  tagNames: readonly string[]
  mayArrange: boolean
  actions: {
    save: Act
    unpublish: Act
    discard: Act
    makeGuest: (form: FormData) => Promise<GuestAnswer>
  }
  /** What became of the story so far. */
  history: ReactNode
  /** The text as readers see it, until the editor is there. */
  children: ReactNode
}

/** The writing room over a story. */
export function StoryEditor({
  mayPublish,
  bylines,
  tagNames,
  mayArrange,
  fields,
  lead,
  site,
  history,
  actions,
  children,
  ...props
}: Props) {
  const form = useRef<HTMLFormElement>(null)
  const save: Act = async (sent) => {
    const answer = await actions.save(sent)
    if (answer.ok) showHeldMode(form.current, sent, answer.story)
    if (answer.ok && sent.get("intent") === "publish") tellAgain(form.current)
    return answer
  }
  const story = useStory({ ...props, kind: storyKind, form, actions: { ...actions, save } })
  const { view } = story
  const errors = view.state.phase === "refused" ? view.state.errors : {}
  const known = props.wasPublished || view.story?.status === "published"
  const correctionsUrl =
    mayPublish && view.story?.status === "published" ? `/desk/posts/${view.story.id}/corrections` : null
  const address = view.story ? { slug: view.story.slug, isKnown: known } : null
  return (
    <WritingRoom
      {...{ story, mayPublish, fields, errors, history }}
      panel={
        <SettingsPanel
          {...{ fields, lead, bylines, tagNames, mayArrange, errors, address, correctionsUrl }}
          makeGuest={actions.makeGuest}
          site={site}
        />
      }
    >
      {children}
    </WritingRoom>
  )
}

/** What was chosen for one update holds for no other. */
function tellAgain(form: HTMLFormElement | null): void {
  const { tell } = textFields(form)
  if (tell) tell.value = "updated"
}

/** Shows how the story takes comments now, which a moderator may have set, unless another mode was chosen while it was saved. */
function showHeldMode(form: HTMLFormElement | null, sent: FormData, { commentMode }: HeldStory): void {
  const { commentMode: chosen, commentModeSeen: seen } = textFields(form)
  if (!chosen || !seen) return
  seen.value = commentMode ?? ""
  if (chosen.value === sent.get("commentMode")) chosen.value = seen.value
}
