import { Extension } from "@tiptap/core"
import { type EditorState, NodeSelection, Plugin, type Transaction } from "@tiptap/pm/state"
import { embedAdded } from "@/components/editor/embeds/insert-embed"
import { textBehind } from "@/components/editor/pictures/insert-pictures"

export type EmbedWords = { title: string; author: string }

/** Asks the site what a player is called; null where that is not known. */
export type Describe = (url: string) => Promise<EmbedWords | null>

/**
 * Gives players that somebody has just pasted or asked for the titles that their sites have for them. The text is opened
 * and read without asking anybody, and a title that was written here stays.
 */
export function embedTitles(askForWords: Describe) {
  const asked = new Set<string>()
  return Extension.create({
    name: "embedTitles",
    addProseMirrorPlugins: () => [
      new Plugin({
        appendTransaction: (transactions, _, state) => (transactions.some(isPaste) ? writingOn(state) : null),
      }),
    ],
    onTransaction({ editor, transaction }) {
      if (!isAsking(transaction)) return
      for (const url of untitled(editor.state)) {
        if (asked.has(url)) continue
        asked.add(url)
        void askForWords(url).then((words) => {
          if (!words) asked.delete(url)
          else if (!editor.isDestroyed) editor.view.dispatch(titled(editor.state, url, words))
        })
      }
    },
  })
}

const isPaste = (transaction: Transaction) => transaction.getMeta("uiEvent") === "paste"

const isAsking = (transaction: Transaction) =>
  isPaste(transaction) || transaction.getMeta(embedAdded) === true

/** Below a player that was pasted, which nobody can write in. */
function writingOn({ selection, tr }: EditorState): Transaction | null {
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== "embed") return null
  return tr.setSelection(textBehind(tr, selection.to))
}

function untitled({ doc }: EditorState): string[] {
  const urls: string[] = []
  doc.forEach(({ type, attrs }) => {
    if (type.name === "embed" && attrs.title === "") urls.push(attrs.url)
  })
  return urls
}

/** No step of its own to be undone: it belongs to the paste. */
function titled({ doc, tr }: EditorState, url: string, { title, author }: EmbedWords): Transaction {
  doc.forEach(({ type, attrs }, at) => {
    if (type.name !== "embed" || attrs.url !== url || attrs.title !== "") return
    tr.setNodeAttribute(at, "title", title).setNodeAttribute(at, "author", author)
  })
  return tr.setMeta("addToHistory", false)
}
