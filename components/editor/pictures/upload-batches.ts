import type { Editor } from "@tiptap/core"
import { insertPicturesAt } from "@/components/editor/pictures/insert-pictures"
import { type LeftOut, sourceOf } from "@/components/editor/pictures/pasted-pictures"
import { addPlaceholder, newKey, takePlaceholder } from "@/components/editor/pictures/upload-placeholders"
import { isUnderWay } from "@/components/media/upload"
import type { Uploads } from "@/components/media/uploads"
import type { LibraryEntry } from "@/lib/media/queries"

/**
 * Files that were pasted or dropped together come into the text together and in their order, once none of them is under way
 * any more. Pictures of a page that was pasted come one by one, each to its own place.
 */
export class UploadBatches {
  readonly #uploads: Uploads
  readonly #editor: () => Editor | null
  readonly #batches = new Map<number, readonly number[]>()
  /** What the page said that its pictures show. */
  readonly #alts = new Map<number, string>()

  constructor(uploads: Uploads, editor: () => Editor | null) {
    this.#uploads = uploads
    this.#editor = editor
  }

  take(files: readonly File[], at: number): void {
    const editor = this.#editor()
    if (!editor) return
    const key = newKey()
    const label = files.length === 1 ? (files[0]?.name ?? "") : `${files.length} pictures`
    addPlaceholder(editor, { key, at, label })
    this.#batches.set(key, this.#uploads.add(files))
    this.insertFinished()
  }

  bring(pictures: readonly LeftOut[]): void {
    const keys = this.#uploads.add(pictures.map(sourceOf))
    for (const [n, { key, alt }] of pictures.entries()) {
      this.#batches.set(key, keys.slice(n, n + 1))
      this.#alts.set(key, alt)
    }
    this.insertFinished()
  }

  /** Removes the places of pictures that nobody wants. */
  leave(pictures: readonly LeftOut[]): void {
    const editor = this.#editor()
    if (!editor) return
    for (const { key } of pictures) takePlaceholder(editor, key)
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
        done.flatMap(({ picture }) => (picture ? [described(picture, this.#alts.get(batch))] : [])),
        at,
      )
      this.#uploads.remove(done.map(({ key }) => key))
    }
  }
}

function described(picture: LibraryEntry, alt: string | undefined): LibraryEntry {
  return alt ? { ...picture, alt, decorative: false } : picture
}
