import { ActionBar } from "@/components/editor/action-bar"
import { PasteNotice } from "@/components/editor/paste/paste-notice"
import { SaveNotice } from "@/components/editor/save-notice"
import { Toolbar } from "@/components/editor/toolbar"
import type { EditorStory } from "@/components/editor/use-story"
import { useWishes } from "@/components/editor/use-wishes"

type Props = { story: EditorStory; mayPublish: boolean; isOwn: boolean }

/** What stays in sight above the text: its buttons, the tools of its text, and what has to be said about it. */
export function WritingHead({ story, mayPublish, isOwn }: Props) {
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
      />
      {inText.notices}
      <PasteNotice key={editor ? "paste" : "no-paste"} editor={editor} />
      <SaveNotice
        kind={kind}
        view={view}
        retry={onWish}
        saveOver={(theirs, wish) => void saver.saveOver(theirs, wish)}
        takeTheirs={() => {
          saver.abandon()
          window.location.reload()
        }}
      />
    </div>
  )
}
