import type { ReactNode } from "react"
import { ActionBar } from "@/components/editor/action-bar"
import { showFinding } from "@/components/editor/checklist/show-finding"
import { showFirstError } from "@/components/editor/first-error"
import { NoteForm } from "@/components/editor/notes/note-form"
import type { StoryNotes } from "@/components/editor/notes/use-notes"
import { PasteNotice } from "@/components/editor/paste/paste-notice"
import { SaveNotice } from "@/components/editor/save-notice"
import { Toolbar } from "@/components/editor/toolbar"
import type { EditorStory } from "@/components/editor/use-story"
import { useWishes } from "@/components/editor/use-wishes"

type Props = {
  story: EditorStory
  mayPublish: boolean
  isOwn: boolean
  /** Where there are notes on passages. */
  notes: StoryNotes | undefined
  /** Who else has it open. */
  presence: ReactNode
}

/** What stays in sight above the text: its buttons, the tools of its text, and what has to be said about it. */
export function WritingHead({ story, mayPublish, isOwn, notes, presence }: Props) {
  const { kind, editor, toolbar, linkOpen, setLinkOpen, inText, saver, view } = story
  const { onWish, onPreview } = useWishes(story)
  return (
    <div className="writing-head">
      <ActionBar
        kind={kind}
        view={view}
        ready={editor !== null}
        {...{ mayPublish, isOwn, onWish, onPreview }}
      />
      <Toolbar
        // It begins anew with the editor: it would look at nothing until the next key.
        key={editor ? "alive" : "waiting"}
        editor={editor}
        toolbarRef={toolbar}
        linkOpen={linkOpen}
        setLinkOpen={setLinkOpen}
        onAddPicture={inText.openPicker}
        onNote={notes?.ask}
      />
      {notes ? <NoteForm notes={notes} /> : null}
      <div className="writing-said">{presence}</div>
      {inText.notices}
      <PasteNotice key={editor ? "paste" : "no-paste"} editor={editor} />
      <SaveNotice
        kind={kind}
        view={view}
        retry={onWish}
        saveOver={(theirs, wish) => void saver.saveOver(theirs, wish)}
        saveAnyway={async (checks) => {
          const answer = await saver.saveAnyway(checks)
          if (answer && !answer.ok) showFirstError(story.form.current)
        }}
        showFinding={(finding, n) => showFinding({ editor, form: story.form.current }, finding, n)}
        takeTheirs={() => {
          saver.abandon()
          window.location.reload()
        }}
      />
    </div>
  )
}
