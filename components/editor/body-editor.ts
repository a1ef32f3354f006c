import type { JSONContent } from "@tiptap/core"
import { type Editor, useEditor } from "@tiptap/react"
import { useState } from "react"
import { belowHead } from "@/components/editor/below-head"
import { slash } from "@/components/editor/blocks/slash"
import { drawOnce } from "@/components/editor/draw-once"
import { type Describe, embedTitles } from "@/components/editor/embeds/embed-titles"
import {
  enablePasteRules,
  lastingSelection,
  storyExtensions,
  storyShortcuts,
} from "@/components/editor/extensions"
import { find } from "@/components/editor/find/find"
import { lineDirection } from "@/components/editor/line-direction"
import { withNodeView } from "@/components/editor/node-views"
import { passages } from "@/components/editor/notes/passages"
import { PasteLoss, pasteReport } from "@/components/editor/paste/report"
import { pasting } from "@/components/editor/pasting"
import { pictureFileHandlers } from "@/components/editor/pictures/picture-file-handlers"
import type { Skipped } from "@/components/editor/pictures/skipped-pictures"
import { typography } from "@/components/editor/typography/typography"

export const bodyErrorId = "body-error"

type Options = {
  content: JSONContent
  placeholder: string
  onChange: (editor: Editor) => void
  onLink: () => void
  onToolbar: () => void
  /** Pictures that are pasted or dropped as files, and where in the text. */
  onFiles: (files: File[], at: number) => void
  /** Which pictures of another page's HTML were left out. */
  onSkippedPictures: (skipped: Skipped) => void
  /** Asks what an embed is called. */
  describe: Describe
}

/** The editor of the text; null until its scripts run. */
export function useBodyEditor({
  content,
  placeholder,
  onChange,
  onLink,
  onToolbar,
  ...on
}: Options): Editor | null {
  const [loss] = useState(() => new PasteLoss())
  const [extensions] = useState(() => [
    ...storyExtensions.map(withNodeView),
    lastingSelection,
    lineDirection,
    pasteReport(loss),
    embedTitles(on.describe),
    slash,
    find,
    passages,
    typography,
    storyShortcuts(onLink, onToolbar),
  ])
  return useEditor({
    extensions,
    content,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    enablePasteRules,
    // The policy of the page allows no style but that of its own files: see editor.css.
    injectCSS: false,
    onBeforeCreate: drawOnce,
    onUpdate: ({ editor }) => onChange(editor),
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": "Body",
        "aria-describedby": bodyErrorId,
        class: "prose writing-body",
        dir: "auto",
        "data-placeholder": placeholder,
      },
      scrollThreshold: belowHead(8, 32),
      scrollMargin: belowHead(16, 48),
      ...pasting(loss, on.onSkippedPictures),
      ...pictureFileHandlers(on.onFiles),
    },
  })
}
