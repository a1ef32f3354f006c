import type { JSONContent } from "@tiptap/core"
import { type RefObject, useRef, useState } from "react"
import { useRenderedFor } from "@/components/desk/rendered-for"
import { useLeaveGuard } from "@/components/desk/use-leave-guard"
import { useBodyEditor } from "@/components/editor/body-editor"
import { askForTitle } from "@/components/editor/embeds/ask-for-title"
import type { EditorKind } from "@/components/editor/kind"
import { lacksAlt } from "@/components/editor/pictures/lacks-alt"
import { usePictures } from "@/components/editor/pictures/use-pictures"
import { saidOfFields } from "@/components/editor/saving-state"
import type { StoryActions } from "@/components/editor/story-sender"
import { textFields } from "@/components/editor/text-fields"
import { useEarlyChanges } from "@/components/editor/use-early-changes"
import { useKeptText } from "@/components/editor/use-kept-text"
import { useSaver } from "@/components/editor/use-saver"
import type { HeldText } from "@/lib/documents/save-answer"
import type { Picture } from "@/lib/media/types"

type Options = {
  kind: EditorKind
  form: RefObject<HTMLFormElement | null>
  staffId: number
  story: HeldText | null
  body: JSONContent
  /** Those in the text, by their ids. */
  pictures: Readonly<Record<string, Picture>>
  actions: StoryActions
}

/** The story of this page: its text, its pictures, and what of it is saved. */
export function useStory({ kind, form, staffId, story, body, pictures, actions }: Options) {
  const toolbar = useRef<HTMLDivElement>(null)
  const [linkOpen, setLinkOpen] = useState(false)
  const signed = useRenderedFor()
  const editor = useBodyEditor({
    content: body,
    placeholder: kind.placeholder,
    onChange: (editor) => {
      saver.touch("body")
      // Said of all pictures at once, so it is true until the last of them is described.
      if (saidOfFields(saver.view().state).bodyAlt && !lacksAlt(editor.state.doc)) saver.touch("bodyAlt")
    },
    onLink: () => setLinkOpen(true),
    onToolbar: () => toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
    onFiles: (files, at) => inText.take(files, at),
    onSkippedPictures: (skipped) => inText.skip(skipped),
    describe: askForTitle(signed),
  })
  const inText = usePictures(editor, pictures)
  const { saver, view } = useSaver({ kind, staffId, story, actions, form, editor })
  useEarlyChanges({ form, editor, saver })
  const keptText = useKeptText({ kind, staffId, story, form, editor, saver })
  // A note is sent with a step alone, so that no save has kept it.
  const hasNote = () => Boolean(textFields(form.current).note?.value.trim())
  useLeaveGuard(() => view.dirty || inText.uploads.busy || hasNote(), { reload: true })
  return { kind, form, toolbar, linkOpen, setLinkOpen, editor, inText, saver, view, keptText }
}

export type EditorStory = ReturnType<typeof useStory>
