import type { JSONContent } from "@tiptap/core"
import { type Editor, useEditor } from "@tiptap/react"
import { useState } from "react"
import {
  enablePasteRules,
  lastingSelection,
  storyExtensions,
  storyShortcuts,
} from "@/components/editor/extensions"
import { pasting } from "@/components/editor/pasting"

export const bodyErrorId = "body-error"

type Options = { content: JSONContent; onChange: () => void; onLink: () => void; onToolbar: () => void }

/** The editor of a story's text; null until the page has come alive. */
export function useBodyEditor({ content, onChange, onLink, onToolbar }: Options): Editor | null {
  const [extensions] = useState(() => [
    ...storyExtensions,
    lastingSelection,
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
    onUpdate: onChange,
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": "Body",
        "aria-describedby": bodyErrorId,
        class: "prose writing-body",
        dir: "auto",
        "data-placeholder": "Write the story here.",
      },
      // Below the head, which covers the top of the window.
      scrollThreshold: { top: 160, bottom: 32, left: 0, right: 0 },
      scrollMargin: { top: 168, bottom: 48, left: 0, right: 0 },
      ...pasting,
    },
  })
}
