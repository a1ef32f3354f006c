import type { ReactNode } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import type { StoryNotes } from "@/components/editor/notes/use-notes"
import { RestoreDialog } from "@/components/editor/restore-dialog"
import { ShortcutList } from "@/components/editor/shortcut-list"
import type { EditorStory } from "@/components/editor/use-story"
import { WordCount } from "@/components/editor/word-count"
import { WritingHead } from "@/components/editor/writing-head"
import { WritingSheet } from "@/components/editor/writing-sheet"

type Props = {
  story: EditorStory
  mayPublish: boolean
  /** Whether it belongs to the person who writes here. */
  isOwn?: boolean
  /** `standfirst` where there is one. */
  fields: { title: string; standfirst?: string }
  errors: Record<string, string>
  notes?: StoryNotes
  presence?: ReactNode
  /** What belongs to it beside its text. */
  panel: ReactNode
  /** What became of it so far. */
  history: ReactNode
  /** The text as readers see it, until the editor is there. */
  children: ReactNode
}

/** The writing room: the text as readers will see it, the tools over it, and beside it what belongs to it. */
export function WritingRoom({ story, fields, errors, panel, history, children, ...head }: Props) {
  const { form, editor, inText, kind, saver, keptText } = story
  return (
    <DeskForm
      ref={form}
      noValidate
      // Else a browser that comes back to the page puts what its fields held then over what the story has become.
      autoComplete="off"
      onInput={({ target }) => isField(target) && saver.touch(target.name)}
      onSubmit={(event) => event.preventDefault()}
      className="writing-room"
    >
      <noscript>
        <p className="mt-5 mb-3 border-s-4 border-danger bg-raised px-4 py-3">
          The editor needs JavaScript. Switch it on for this site to write here; you can read the {kind.noun}{" "}
          below.
        </p>
      </noscript>
      <WritingHead
        story={story}
        mayPublish={head.mayPublish}
        isOwn={head.isOwn ?? false}
        notes={head.notes}
        presence={head.presence}
      />
      <div className="writing-columns">
        <WritingSheet story={story} fields={fields} errors={errors}>
          {children}
        </WritingSheet>
        <div className="writing-aside">
          {panel}
          <div className="mt-5 border-t border-rule pt-3">
            <WordCount editor={editor} />
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
