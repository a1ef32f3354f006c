import type { Extensions, JSONContent } from "@tiptap/core"
import { type Editor, ReactNodeViewRenderer, useEditor } from "@tiptap/react"
import { useState } from "react"
import { slash } from "@/components/editor/blocks/slash"
import { drawOnce } from "@/components/editor/draw-once"
import { type Describe, embedTitles } from "@/components/editor/embeds/embed-titles"
import { EmbedView } from "@/components/editor/embeds/embed-view"
import { embedNode } from "@/components/editor/embeds/node"
import {
  enablePasteRules,
  lastingSelection,
  storyExtensions,
  storyShortcuts,
} from "@/components/editor/extensions"
import { find } from "@/components/editor/find/find"
import { lineDirection } from "@/components/editor/line-direction"
import { passages } from "@/components/editor/notes/passages"
import { PasteLoss, pasteReport } from "@/components/editor/paste/report"
import { pasting } from "@/components/editor/pasting"
import { galleryView } from "@/components/editor/pictures/gallery-view"
import { galleryNode, pictureNode } from "@/components/editor/pictures/nodes"
import { pictureFileHandlers } from "@/components/editor/pictures/picture-file-handlers"
import { PictureView } from "@/components/editor/pictures/picture-view"
import type { Skipped } from "@/components/editor/pictures/skipped-pictures"
import { uploadPlaceholders } from "@/components/editor/pictures/upload-placeholders"
import { typography } from "@/components/editor/typography/typography"

export const bodyErrorId = "body-error"

type Options = {
  content: JSONContent
  placeholder: string
  onChange: () => void
  onLink: () => void
  onToolbar: () => void
  /** Pictures that are pasted or dropped as files, and where in the text. */
  onFiles: (files: File[], at: number) => void
  /** Which pictures of another page's HTML were left out. */
  onSkippedPictures: (skipped: Skipped) => void
  /** Asks what an embed is called. */
  describe: Describe
}

const shownPicture = pictureNode.extend({
  addNodeView: () => ReactNodeViewRenderer(PictureView),
  addProseMirrorPlugins: () => [uploadPlaceholders],
})
const shownGallery = galleryNode.extend({ addNodeView: () => galleryView })
const shownEmbed = embedNode.extend({ addNodeView: () => ReactNodeViewRenderer(EmbedView) })
const shown = new Map<Extensions[number], Extensions[number]>([
  [pictureNode, shownPicture],
  [galleryNode, shownGallery],
  [embedNode, shownEmbed],
])

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
    ...storyExtensions.map((one) => shown.get(one) ?? one),
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
    onUpdate: onChange,
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

/** Pixels from the ends of the window; the head, which is as high as what it says, covers the upper one. */
function belowHead(top: number, bottom: number) {
  return {
    get top() {
      return top + (document.querySelector<HTMLElement>(".writing-head")?.offsetHeight ?? 0)
    },
    bottom,
    left: 0,
    right: 0,
  }
}
