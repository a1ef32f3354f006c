import {
  type AnyExtension,
  Extension,
  InputRule,
  type Mark,
  markInputRule,
  type Node as NodeExtension,
} from "@tiptap/core"
import { type EditorState, Plugin } from "@tiptap/pm/state"

/** What signs that somebody types are read as, by the extension that reads them. */
export const typing: Record<string, (extension: AnyExtension) => AnyExtension> = {
  bold: (bold) => readingSigns(bold, ["**", "__"]),
  italic: (italic) => readingSigns(italic, ["*", "_"]),
  strike: (strike) => readingSigns(strike, ["~~"]),
  code: (code) =>
    readingSigns(code, ["`"]).extend({
      // Words that are code may lead somewhere.
      excludes: "bold italic strike code",
    }),
  orderedList: (list) =>
    (list as NodeExtension).extend({
      // A pasted text stays the words that it is.
      addProseMirrorPlugins: () => [],
      addInputRules() {
        return (this.parent?.() ?? []).map(
          ({ find, handler }) =>
            new InputRule({
              find,
              handler: (props) =>
                beginsList(props.state, props.range.from, Number(props.match[1])) ? handler(props) : null,
            }),
        )
      },
    }),
}

/** Marks what stands between two signs: no blank inside them, and no letter or digit before them. */
function readingSigns(extension: AnyExtension, signs: string[]) {
  return (extension as Mark).extend({
    addInputRules() {
      return signs.map((sign) => markInputRule({ find: between(sign), type: this.type }))
    },
  })
}

function between(sign: string): RegExp {
  const signs = sign
    .replace(/./g, "\\$&")
    .replaceAll("\\_", "_")
    .replaceAll("\\~", "~")
    .replaceAll("\\`", "`")
  const one = signs.startsWith("\\") ? signs.slice(0, 2) : signs.slice(0, 1)
  return new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}${one}])${signs}([^\\s${one}](?:[^${one}]*[^\\s${one}])?)${signs}$`,
    "u",
  )
}

/** "1986. That was the year" begins no list: the first number does, or the one that is next under a list. */
function beginsList({ doc }: EditorState, at: number, number: number): boolean {
  if (number === 1) return true
  const $at = doc.resolve(at)
  const before = $at.depth > 0 ? $at.node(-1).maybeChild($at.index(-1) - 1) : null
  return before?.type.name === "orderedList" && before.attrs.start + before.childCount === number
}

/**
 * Takes a mark back when the word goes on behind it: the end of "_old_name_" is not known until then, and "*innen" is
 * no end at all.
 */
export const unmarkWithinWords = Extension.create({
  name: "unmarkWithinWords",
  // Before the plugin that reads the signs.
  priority: 1100,
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        props: {
          handleTextInput(view, _from, _to, text) {
            if (!/^[\p{L}\p{M}\p{N}_]/u.test(text) || !/^[*_~`]$/.test(signReadLast(view.state))) return false
            editor.commands.undoInputRule()
            view.dispatch(view.state.tr.insertText(text))
            return true
          },
        },
      }),
    ]
  },
})

/** What was typed last, if it made a mark or a list; Tiptap keeps it to be undone. */
function signReadLast(state: EditorState): string {
  for (const plugin of state.plugins) {
    if (!("isInputRules" in plugin.spec)) continue
    const read: unknown = plugin.getState(state)
    if (typeof read === "object" && read !== null && "text" in read) return String(read.text)
  }
  return ""
}
