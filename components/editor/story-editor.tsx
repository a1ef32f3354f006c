"use client"

import type { JSONContent } from "@tiptap/core"
import type { ReactNode } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { RestoreDialog } from "@/components/editor/restore-dialog"
import { SettingsPanel, type StoryFields } from "@/components/editor/settings-panel"
import { ShortcutList } from "@/components/editor/shortcut-list"
import type { StoryActions } from "@/components/editor/story-sender"
import { useStory } from "@/components/editor/use-story"
import { WordCount } from "@/components/editor/word-count"
import { WritingHead } from "@/components/editor/writing-head"
import { WritingSheet } from "@/components/editor/writing-sheet"
import type { Picture } from "@/lib/media/types"
import type { HeldStory } from "@/lib/posts/save-answer"
import "./editor.css"
import "./pictures/pictures.css"

type Props = {
  staffId: number
  mayPublish: boolean
  story: HeldStory | null
  /** Whether readers have known the story's address. */
  wasPublished: boolean
  fields: StoryFields
  body: JSONContent
  lead: Picture | null
  /** Those in the text, by their ids. */
  pictures: Readonly<Record<string, Picture>>
  bylines: { id: string; name: string }[]
  tagNames: readonly string[]
  mayArrange: boolean
  actions: StoryActions
  /** What became of the story so far. */
  history: ReactNode
  /** The text as readers see it, until the editor is there. */
  children: ReactNode
}

/** The writing room: the story as readers will see it, the tools over it, and beside it what belongs to it. */
export function StoryEditor({ mayPublish, fields, lead, history, children, ...props }: Props) {
  const story = useStory(props)
  const { form, editor, inText, saver, view, keptText } = story
  const errors = view.state.phase === "refused" ? view.state.errors : {}
  const known = props.wasPublished || view.story?.status === "published"
  return (
    <DeskForm
      ref={form}
      noValidate
      onInput={({ target }) => isField(target) && saver.touch(target.name)}
      onSubmit={(event) => event.preventDefault()}
      className="writing-room"
    >
      <noscript>
        <p className="mt-5 mb-3 border-s-4 border-danger bg-raised px-4 py-3">
          The editor needs JavaScript. Switch it on for this site to write here; you can read the story below.
        </p>
      </noscript>
      <WritingHead story={story} mayPublish={mayPublish} />
      <div className="writing-columns">
        <WritingSheet story={story} fields={fields} errors={errors}>
          {children}
        </WritingSheet>
        <div className="writing-aside">
          <SettingsPanel
            fields={fields}
            lead={lead}
            bylines={props.bylines}
            tagNames={props.tagNames}
            mayArrange={props.mayArrange}
            errors={errors}
            address={view.story ? { slug: view.story.slug, isKnown: known } : null}
          />
          <div className="mt-5 border-t border-rule pt-3">
            {/* It begins anew with the editor: it would count nothing until the next key. */}
            <WordCount key={editor ? "alive" : "waiting"} editor={editor} />
          </div>
          {editor ? <ShortcutList /> : null}
          {history}
        </div>
      </div>
      {inText.picker}
      {keptText.kept ? (
        <RestoreDialog kept={keptText.kept} onRestore={keptText.restore} onDrop={keptText.drop} />
      ) : null}
    </DeskForm>
  )
}

/** The text reports its own changes, so that a selection or a key without effect is none. */
function isField(target: EventTarget): target is HTMLElement & { name: string } {
  return target instanceof HTMLElement && "name" in target
}
