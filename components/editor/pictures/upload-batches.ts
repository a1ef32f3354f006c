import type { Editor } from "@tiptap/core"
import { insertPicturesAt } from "@/components/editor/pictures/insert-pictures"
import { addPlaceholder, takePlaceholder } from "@/components/editor/pictures/upload-placeholders"
import { isUnderWay } from "@/components/media/upload"
import type { Uploads } from "@/components/media/uploads"

/**
 * Files that were pasted or dropped together come into the text together and in their order, once none of them is under way
 * any more.
 */
export class UploadBatches {
  readonly #uploads: Uploads
  readonly #editor: () => Editor | null
  readonly #batches = new Map<number, readonly number[]>()
  #made = 0

  constructor(uploads: Uploads, editor: () => Editor | null) {
    this.#uploads = uploads
    this.#editor = editor
  }

  take(files: readonly File[], at: number): void {
    const editor = this.#editor()
    if (!editor) return
    const key = ++this.#made
    const label = files.length === 1 ? (files[0]?.name ?? "") : `${files.length} pictures`
    addPlaceholder(editor, { key, at, label })
    this.#batches.set(key, this.#uploads.add(files))
    this.insertFinished()
  }

  /** Puts pictures into the text whose batch is over. */
  insertFinished = (): void => {
    const editor = this.#editor()
    if (!editor || editor.isDestroyed) return
    for (const [batch, keys] of this.#batches) {
      const rows = this.#uploads.view().filter(({ key }) => keys.includes(key))
      if (rows.some(({ state }) => isUnderWay(state))) continue
      const at = takePlaceholder(editor, batch) ?? editor.state.selection.to
      const done = rows.filter(({ picture }) => picture)
      // What was refused stays in the list with its reason, and what was cancelled can be tried again.
      if (rows.length === done.length) this.#batches.delete(batch)
      if (done.length === 0) continue
      insertPicturesAt(
        editor,
        done.flatMap(({ picture }) => picture ?? []),
        at,
      )
      this.#uploads.remove(done.map(({ key }) => key))
    }
  }
}
