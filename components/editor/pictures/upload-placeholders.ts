import type { Editor } from "@tiptap/core"
import { Plugin, PluginKey } from "@tiptap/pm/state"
import { Decoration, DecorationSet } from "@tiptap/pm/view"

type Placeholder = { key: number; at: number; label: string }
type Change = { add: Placeholder } | { remove: number }

const pluginKey = new PluginKey<DecorationSet>("uploadPlaceholders")

/** Where files that were pasted or dropped will be once they are in the library; moves along with the text. */
export const uploadPlaceholders = new Plugin({
  key: pluginKey,
  state: {
    init: () => DecorationSet.empty,
    apply(tr, present) {
      const mapped = present.map(tr.mapping, tr.doc)
      const change: Change | undefined = tr.getMeta(pluginKey)
      if (!change) return mapped
      if ("remove" in change) return mapped.remove(found(mapped, change.remove))
      const { key, at, label } = change.add
      return mapped.add(tr.doc, [Decoration.widget(at, draw(label), { key: `upload-${key}`, upload: key })])
    },
  },
  props: { decorations: (state) => pluginKey.getState(state) },
})

export function addPlaceholder(editor: Editor, placeholder: Placeholder): void {
  editor.view.dispatch(editor.state.tr.setMeta(pluginKey, { add: placeholder } satisfies Change))
}

/** Removes a placeholder, and answers where it was; null where that part of the text is gone. */
export function takePlaceholder(editor: Editor, key: number): number | null {
  const present = pluginKey.getState(editor.state)
  const [placeholder] = present ? found(present, key) : []
  if (placeholder) editor.view.dispatch(editor.state.tr.setMeta(pluginKey, { remove: key } satisfies Change))
  return placeholder?.from ?? null
}

const found = (present: DecorationSet, key: number) =>
  present.find(undefined, undefined, ({ upload }) => upload === key)

function draw(label: string) {
  return () => {
    const element = document.createElement("div")
    element.className = "upload-placeholder"
    element.textContent = label
    return element
  }
}
