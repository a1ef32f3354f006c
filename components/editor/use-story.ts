import type { JSONContent } from "@tiptap/core"
import { useRef, useState } from "react"
import { useLeaveGuard } from "@/components/desk/use-leave-guard"
import { useBodyEditor } from "@/components/editor/body-editor"
import { usePictures } from "@/components/editor/pictures/use-pictures"
import type { StoryActions } from "@/components/editor/story-sender"
import { useKeptText } from "@/components/editor/use-kept-text"
import { useSaver } from "@/components/editor/use-saver"
import type { Picture } from "@/lib/media/types"
import type { HeldStory } from "@/lib/posts/save-answer"

type Options = {
  staffId: number
  story: HeldStory | null
  body: JSONContent
  /** Those in the text, by their ids. */
  pictures: Readonly<Record<string, Picture>>
  actions: StoryActions
}

/** The story of this page: its text, its pictures, and what of it is saved. */
export function useStory({ staffId, story, body, pictures, actions }: Options) {
  const form = useRef<HTMLFormElement>(null)
  const toolbar = useRef<HTMLDivElement>(null)
  const [linkOpen, setLinkOpen] = useState(false)
  const editor = useBodyEditor({
    content: body,
    onChange: () => saver.touch("body"),
    onLink: () => setLinkOpen(true),
    onToolbar: () => toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
    onFiles: (files, at) => inText.take(files, at),
    onSkippedPictures: (skipped) => inText.skip(skipped),
  })
  const inText = usePictures(editor, pictures)
  const { saver, view } = useSaver({ staffId, story, actions, form, editor })
  const keptText = useKeptText({ staffId, story, form, editor, saver })
  useLeaveGuard(() => view.dirty || inText.uploads.busy, { reload: true })
  return { form, toolbar, linkOpen, setLinkOpen, editor, inText, saver, view, keptText }
}

export type EditorStory = ReturnType<typeof useStory>
