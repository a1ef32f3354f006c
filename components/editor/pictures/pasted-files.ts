import type { EditorProps } from "@tiptap/pm/view"

type Take = (files: File[], at: number) => void

/** Takes pictures that are pasted or dropped as files; what else comes along is left to the text. */
export function takingFiles(take: Take): Pick<EditorProps, "handlePaste" | "handleDrop"> {
  return {
    handlePaste(view, { clipboardData }) {
      const files = picturesOf(clipboardData)
      // Office programs put a picture of the words beside the words.
      if (files.length === 0 || hasWords(clipboardData)) return false
      take(files, view.state.selection.to)
      return true
    },
    handleDrop(view, { dataTransfer, clientX, clientY }, _slice, moved) {
      const files = picturesOf(dataTransfer)
      if (moved || files.length === 0) return false
      take(files, view.posAtCoords({ left: clientX, top: clientY })?.pos ?? view.state.selection.to)
      return true
    },
  }
}

function picturesOf(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter(({ type }) => type.startsWith("image/"))
}

function hasWords(data: DataTransfer | null): boolean {
  const { body } = new DOMParser().parseFromString(data?.getData("text/html") ?? "", "text/html")
  return body.textContent?.trim() !== ""
}
