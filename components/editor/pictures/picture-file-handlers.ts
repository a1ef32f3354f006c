import type { EditorProps } from "@tiptap/pm/view"
import { pictureFiles } from "@/components/media/picture-files"

type Take = (files: File[], at: number) => void

/** Takes pictures that are pasted or dropped as files; what else comes along is left to the text. */
export function pictureFileHandlers(take: Take): Pick<EditorProps, "handlePaste" | "handleDrop"> {
  return {
    handlePaste(view, { clipboardData }) {
      const files = pictureFiles(clipboardData)
      if (files.length === 0) return false
      take(files, view.state.selection.to)
      return true
    },
    handleDrop(view, { dataTransfer, clientX, clientY }) {
      const files = pictureFiles(dataTransfer)
      // A browser gives a picture that is dragged within the text as a file too.
      if (view.dragging || files.length === 0) return false
      take(files, view.posAtCoords({ left: clientX, top: clientY })?.pos ?? view.state.selection.to)
      return true
    },
  }
}
