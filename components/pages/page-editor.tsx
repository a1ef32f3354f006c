"use client"

import type { JSONContent } from "@tiptap/core"
import { type ReactNode, useRef } from "react"
import { ConfirmedDeleteForm } from "@/components/desk/confirmed-delete-form"
import { EditorHeading } from "@/components/editor/editor-heading"
import { pageKind } from "@/components/editor/kind"
import { saidOfFields } from "@/components/editor/saving-state"
import type { StoryActions } from "@/components/editor/story-sender"
import { useStory } from "@/components/editor/use-story"
import { WritingRoom } from "@/components/editor/writing-room"
import type { PageFields } from "@/components/pages/page-fields"
import { PagePanel } from "@/components/pages/page-panel"
import type { FormAction } from "@/components/ui/form-action"
import type { HeldText } from "@/lib/documents/save-answer"
import type { Picture } from "@/lib/media/types"
import "../editor/scrolling-rows.css"
import "../editor/editor.css"
import "../editor/pictures/pictures.css"

type Props = {
  staffId: number
  story: HeldText | null
  /** Whether readers have known the page's address. */
  wasPublished: boolean
  fields: PageFields
  body: JSONContent
  /** Those in the text, by their ids. */
  pictures: Readonly<Record<string, Picture>>
  /** Pages that it can stand under. */
  parents: { id: string; title: string }[]
  /** What it can be to the site. */
  purposes: { purpose: string; label: string }[]
  actions: StoryActions
  deletePage: FormAction
  /** What has to be read before the page is changed. */
  notice?: ReactNode
  history: ReactNode
  /** The text as readers see it, until the editor is there. */
  children: ReactNode
}

/** The writing room over a page: everybody who gets here may publish it. */
export function PageEditor({
  fields,
  parents,
  purposes,
  deletePage,
  notice,
  history,
  children,
  ...props
}: Props) {
  const form = useRef<HTMLFormElement>(null)
  const story = useStory({ ...props, kind: pageKind, form })
  const { view } = story
  const errors = saidOfFields(view.state)
  const known = props.wasPublished || view.story?.status === "published"
  const address = view.story ? { slug: view.story.slug, isKnown: known } : null
  return (
    <>
      <EditorHeading kind={pageKind} view={view} title={fields.title} />
      {notice}
      <WritingRoom
        {...{ story, errors, history }}
        mayPublish
        fields={{ title: fields.title }}
        panel={<PagePanel {...{ fields, parents, purposes, errors, address }} />}
      >
        {children}
      </WritingRoom>
      {view.story?.status === "draft" ? (
        <ConfirmedDeleteForm
          action={deletePage}
          // As it was saved last: drafts save themselves.
          deleted={{ id: view.story.id, version: view.story.version }}
          label="Delete this draft"
          question="It cannot be restored."
        />
      ) : null}
    </>
  )
}
