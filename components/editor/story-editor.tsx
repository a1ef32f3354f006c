"use client"

import type { JSONContent } from "@tiptap/core"
import { type ReactNode, useRef } from "react"
import { AskedLine, type RequestedChanges } from "@/components/editor/asked-line"
import type { GuestAnswer } from "@/components/editor/bylines/add-byline"
import type { BylineChoice } from "@/components/editor/bylines/bylines-field"
import { Checklist } from "@/components/editor/checklist/checklist"
import { EditorHeading } from "@/components/editor/editor-heading"
import { storyKind } from "@/components/editor/kind"
import type { MetadataSite } from "@/components/editor/metadata/metadata-fields"
import { NotesPanel } from "@/components/editor/notes/notes-panel"
import { type NoteActions, useNotes } from "@/components/editor/notes/use-notes"
import { PresenceLine } from "@/components/editor/presence/presence-line"
import { usePresence } from "@/components/editor/presence/use-presence"
import { saidOfFields } from "@/components/editor/saving-state"
import { SettingsPanel } from "@/components/editor/settings-panel"
import type { StoryFields } from "@/components/editor/story-fields"
import { type StoryAction, useFieldResets } from "@/components/editor/use-field-resets"
import type { LeadPicture } from "@/components/editor/use-lead-picture"
import { useStory } from "@/components/editor/use-story"
import { WritingRoom } from "@/components/editor/writing-room"
import type { Picture } from "@/lib/media/types"
import type { PassageNote } from "@/lib/posts/notes/types"
import type { Presence } from "@/lib/posts/presence/types"
import type { HeldStory } from "@/lib/posts/save-answer"
import "./scrolling-rows.css"
import "./editor.css"
import "./pictures/pictures.css"
import "./embeds/embeds.css"

type Props = {
  staffId: number
  mayPublish: boolean
  /** Whether the story belongs to the person who writes here. */
  isOwn: boolean
  story: HeldStory | null
  /** Whether readers have known the story's address. */
  wasPublished: boolean
  fields: StoryFields
  body: JSONContent
  /** What links elsewhere show of the publication. */
  site: MetadataSite
  standfirstRequired: boolean
  lead: LeadPicture
  /** Those in the text, by their ids. */
  pictures: Readonly<Record<string, Picture>>
  bylines: BylineChoice
  tagNames: readonly string[]
  /** What colleagues say about passages of it, and who else has it open. */
  notes: readonly PassageNote[]
  others: readonly Presence[]
  mayArrange: boolean
  /** Why it was sent back; null where it was not. */
  asked: RequestedChanges | null
  actions: {
    save: StoryAction
    unpublish: StoryAction
    unschedule: StoryAction
    discard: StoryAction
    makeGuest: (form: FormData) => Promise<GuestAnswer>
    notes: NoteActions
  }
  /** What became of the story so far. */
  history: ReactNode
  /** The text as readers see it, until the editor is there. */
  children: ReactNode
}

/** The writing room over a story. */
export function StoryEditor({
  mayPublish,
  isOwn,
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
  const resetting = useFieldResets({ form, publishAt: fields.publishAt, actions })
  const story = useStory({ ...props, kind: storyKind, form, actions: { ...actions, ...resetting } })
  const { view, saver, editor } = story
  const notes = useNotes({
    editor,
    initial: props.notes,
    actions: actions.notes,
    storyId: async () => {
      if (!saver.view().story) await saver.save("save")
      return saver.view().story?.id ?? null
    },
  })
  const others = usePresence({ storyId: view.story?.id ?? null, initial: props.others, editor, form })
  const errors = saidOfFields(view.state)
  const known = props.wasPublished || view.story?.status === "published"
  const correctionsUrl =
    mayPublish && view.story?.status === "published" ? `/desk/posts/${view.story.id}/corrections` : null
  const maySchedule = mayPublish && view.story?.status !== "published"
  const address = view.story ? { slug: view.story.slug, isKnown: known } : null
  return (
    <>
      <EditorHeading kind={storyKind} view={view} title={fields.title} />
      <WritingRoom
        {...{ story, mayPublish, isOwn, fields, errors, history, notes }}
        presence={
          <>
            <AskedLine asked={props.asked} story={view.story} />
            <PresenceLine others={others} />
          </>
        }
        panel={
          <>
            <NotesPanel notes={notes} shows />
            <SettingsPanel
              {...{ fields, lead, bylines, tagNames, mayArrange, errors }}
              {...{ address, correctionsUrl, maySchedule }}
              makeGuest={actions.makeGuest}
              site={site}
            />
            <Checklist editor={editor} form={form} standfirstRequired={props.standfirstRequired} />
          </>
        }
      >
        {children}
      </WritingRoom>
    </>
  )
}
