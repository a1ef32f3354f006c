import type { MouseEvent } from "react"
import { showFirstError } from "@/components/editor/first-error"
import { isWithoutText, savesItself, type Wish } from "@/components/editor/saving-state"
import { useSaveKey } from "@/components/editor/use-save-key"
import type { EditorStory } from "@/components/editor/use-story"

/** What the buttons of the editor do, and Ctrl+S. */
export function useWishes({ kind, form, editor, inText, saver, keptText }: EditorStory) {
  useSaveKey(async () => {
    if (!editor || keptText.kept) return
    const answer = await saver.saveByKey()
    if (answer && !answer.ok) showFirstError(form.current)
  })

  async function onWish(wish: Wish) {
    if (wish === "unpublish" && !window.confirm(kind.unpublish.question)) return
    if (!isWithoutText(wish) && wish !== "save" && inText.uploads.busy)
      return saver.refuse({ body: stillUploading }, stillUploading)
    if (wish === "discard" && !window.confirm(discardQuestion)) return
    const answer = await saver.save(wish)
    if (answer && !answer.ok) showFirstError(form.current)
    if (wish !== "discard" || !answer?.ok) return
    saver.abandon()
    window.location.reload()
  }

  async function onPreview(event: MouseEvent<HTMLAnchorElement>) {
    const { story, dirty } = saver.view()
    if (story && (!dirty || !(savesItself(story) || story.status === "withdrawn"))) return
    event.preventDefault()
    // Opened at once, since a browser lets no window be opened after a wait.
    const opened = window.open("about:blank", story ? `preview-${story.id}` : "_blank")
    const answer = await saver.save("save")
    if (answer?.ok && opened) opened.location.href = `${kind.desk}/${answer.story.id}/preview`
    else opened?.close()
  }

  return { onWish, onPreview }
}

const discardQuestion =
  "Discard your changes? The story will say again what readers see. What you discard stays among its versions."
const stillUploading = "A picture is still uploading. Try again when it is there, or cancel it."
