import { type Editor, Extension } from "@tiptap/core"
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state"
import { choicesFor } from "@/components/editor/blocks/block-list"
import { holdsSlash, type ToolSlash, withoutToolSlash } from "@/components/editor/blocks/tool-slash"

/** What was typed behind a slash at the beginning of a paragraph, and which of the choices Enter takes. */
export type SlashState = {
  from: number
  query: string
  at: number
  /** Of a slash that nobody typed. */
  put?: ToolSlash | undefined
}

type Slash = SlashState | { dismissed: number } | null

export const slashKey = new PluginKey<Slash>("slash")

export const slashMenuId = "block-menu"

/** A slash in an empty paragraph offers what the paragraph can become. */
export const slash = Extension.create({
  name: "slash",
  // Before the keys of lists and of plain text.
  priority: 1200,
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin<Slash>({
        key: slashKey,
        state: {
          init: () => null,
          apply: (transaction, before, _, state) => {
            const typed = typedBehindSlash(state)
            if (!typed) return null
            const asked = transaction.getMeta(slashKey) as number | "dismiss" | ToolSlash | undefined
            if (asked === "dismiss") return { dismissed: typed.from }
            if (asked === "slash" || asked === "paragraph") return { ...typed, at: 0, put: asked }
            if (before && "dismissed" in before)
              return before.dismissed === typed.from ? before : { ...typed, at: 0 }
            const at = asked ?? (before?.query === typed.query ? before.at : 0)
            const isSame = before && transaction.mapping.map(before.from) === typed.from
            return { ...typed, at, put: isSame ? before.put : undefined }
          },
        },
        // The cursor has left, or what is typed names no block.
        appendTransaction(transactions, before, state) {
          const closed = slashState(before)
          if (!closed?.put) return null
          const from = transactions.reduce((at, { mapping }) => mapping.map(at), closed.from)
          const open = slashState(state)
          if ((open?.put && open.from === from) || !holdsSlash(state, from)) return null
          return withoutToolSlash(state, { from, put: closed.put })
        },
        props: {
          attributes: (state): Record<string, string> => {
            const open = slashState(state)
            return open
              ? { "aria-controls": slashMenuId, "aria-activedescendant": `${slashMenuId}-${open.at}` }
              : {}
          },
          handleDOMEvents: {
            blur(view) {
              const open = slashState(view.state)
              if (open?.put) view.dispatch(withoutToolSlash(view.state, open))
            },
          },
          handleKeyDown(view, { key, isComposing }) {
            const open = slashState(view.state)
            const choices = open ? choicesFor(open.query) : []
            if (!open || choices.length === 0 || isComposing) return false
            const tell = (what: number | "dismiss") => view.dispatch(view.state.tr.setMeta(slashKey, what))
            if (key === "ArrowDown") tell((open.at + 1) % choices.length)
            else if (key === "ArrowUp") tell((open.at + choices.length - 1) % choices.length)
            else if (key === "Escape" && open.put)
              view.dispatch(withoutToolSlash(view.state, { ...open, letters: open.query.length }))
            else if (key === "Escape") tell("dismiss")
            else if (key === "Enter" || key === "Tab") takeChoice(editor, open, open.at)
            else return false
            return true
          },
        },
      }),
    ]
  },
})

/** The open menu, if there is one. */
export function slashState(state: EditorState): SlashState | null {
  const open = slashKey.getState(state)
  return open && "query" in open ? open : null
}

function typedBehindSlash({ selection }: EditorState): { from: number; query: string } | null {
  const { $from, empty } = selection
  const { parent } = $from
  if (!empty || parent.type.name !== "paragraph" || parent.content.size > 24) return null
  const query = /^\/([\p{L}\p{N} ]{0,20})$/u.exec(parent.textContent)?.[1]
  return query === undefined || $from.parentOffset !== parent.content.size
    ? null
    : { from: $from.start(), query }
}

/** Takes the slash away and makes of the paragraph what was chosen. */
export function takeChoice(editor: Editor, { from, query }: SlashState, at: number): void {
  const choice = choicesFor(query)[at]
  if (!choice) return
  editor.view.dispatch(withoutSlash(editor.state, { from, query, at }))
  choice.run(editor)
}

function withoutSlash({ tr }: EditorState, { from, query }: SlashState) {
  return tr.delete(from, from + query.length + 1)
}
