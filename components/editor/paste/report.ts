import { Extension } from "@tiptap/core"
import { closeHistory } from "@tiptap/pm/history"
import { Plugin, PluginKey, type Transaction } from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"
import { type Lost, lostWords } from "@/components/editor/paste/left-out"

/** What has to be said of the last paste; `mayUndo` while nothing was changed since. */
export type PasteReport = { words: string; mayUndo: boolean }

export const pasteReportKey = new PluginKey<PasteReport | null>("pasteReport")

/** What the paste that is being read has lost so far; each editor has one. */
export class PasteLoss {
  #lost: Lost = {}
  #markdown = false

  note(kind: keyof Lost): void {
    this.#lost[kind] = (this.#lost[kind] ?? 0) + 1
  }

  wasMarkdown(): void {
    this.#markdown = true
  }

  begin(): void {
    this.#lost = {}
    this.#markdown = false
  }

  words(): string {
    const read = this.#markdown ? "The text was read as Markdown; paste with Shift to keep its signs." : ""
    return [read, lostWords(this.#lost)].filter(Boolean).join(" ")
  }
}

/** Tells of each paste what it left out, and makes it one step to be undone, apart from what is typed around it. */
export function pasteReport(loss: PasteLoss) {
  const begin = (view: EditorView) => {
    loss.begin()
    view.dispatch(closeHistory(view.state.tr))
    return false
  }
  return Extension.create({
    name: "pasteReport",
    addProseMirrorPlugins: () => [
      new Plugin<PasteReport | null>({
        key: pasteReportKey,
        state: {
          init: () => null,
          apply: (transaction, report) => {
            const asked = transaction.getMeta(pasteReportKey) as PasteReport | null | undefined
            if (asked !== undefined) return asked
            if (isPaste(transaction)) {
              const words = loss.words()
              return words ? { words, mayUndo: true } : null
            }
            return report?.mayUndo && isChange(transaction) ? { ...report, mayUndo: false } : report
          },
        },
        props: {
          handleDOMEvents: {
            paste: begin,
            drop: begin,
          },
        },
        appendTransaction: (transactions, _, { tr }) =>
          transactions.some(isPaste) ? closeHistory(tr) : null,
      }),
    ],
  })
}

const isPaste = (transaction: Transaction) => /^(paste|drop)$/.test(transaction.getMeta("uiEvent") ?? "")

/** Not what the editor itself puts right after a paste. */
function isChange(transaction: Transaction): boolean {
  return (
    transaction.docChanged &&
    transaction.getMeta("appendedTransaction") === undefined &&
    transaction.getMeta("addToHistory") !== false
  )
}
