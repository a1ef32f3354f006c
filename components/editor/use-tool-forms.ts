import type { Editor } from "@tiptap/react"
import { useEffect, useState } from "react"

/** Which forms under the toolbar are open. The text can ask for one too, as by a key. */
export function useToolForms(
  editor: Editor | null,
  { linkOpen, setLinkOpen }: { linkOpen: boolean; setLinkOpen: (open: boolean) => void },
) {
  const [noteOpen, setNoteOpen] = useState(false)
  const [embedOpen, setEmbedOpen] = useState(false)
  const [findOpen, setFindOpen] = useState(false)
  useEffect(() => {
    if (!editor) return
    editor.storage.footnote.ask = () => setNoteOpen(true)
    editor.storage.embed.ask = () => setEmbedOpen(true)
    editor.storage.find.ask = () => setFindOpen(true)
  }, [editor])

  const formOf = (isOpen: boolean, setOpen: (open: boolean) => void) => ({
    isOpen,
    toggle: () => setOpen(!isOpen),
    close: () => {
      setOpen(false)
      editor?.view.focus()
    },
  })
  return {
    footnote: formOf(noteOpen, setNoteOpen),
    embed: formOf(embedOpen, setEmbedOpen),
    find: formOf(findOpen, setFindOpen),
    link: formOf(linkOpen, setLinkOpen),
  }
}
