import type { Editor } from "@tiptap/core"
import { Plugin, PluginKey } from "@tiptap/pm/state"
import { Decoration, DecorationSet } from "@tiptap/pm/view"
import { takeMarks } from "@/components/editor/pictures/pasted-pictures"

type Placeholder = { key: number; at: number; label: string }
type Change = { add: Placeholder[] } | { remove: number }

const pluginKey = new PluginKey<DecorationSet>("uploadPlaceholders")

let made = 0

/** Tells placeholders apart. */
export const newKey = () => ++made

/** Where pictures that were pasted or dropped will be once they are in the library; moves along with the text. */
export const uploadPlaceholders = new Plugin({
  key: pluginKey,
  state: {
    init: () => DecorationSet.empty,
    apply(tr, present) {
      const mapped = present.map(tr.mapping, tr.doc)
      const change: Change | undefined = tr.getMeta(pluginKey)
      if (!change) return mapped
      if ("remove" in change) return mapped.remove(found(mapped, change.remove))
      return mapped.add(
        tr.doc,
        change.add.map(({ key, at, label }) =>
          Decoration.widget(at, draw(label), { key: `upload-${key}`, upload: key }),
        ),
      )
    },
  },
  appendTransaction(transactions, _, state) {
    if (!transactions.some((tr) => ["paste", "drop"].includes(tr.getMeta("uiEvent")))) return null
    const { tr, places } = takeMarks(state)
    if (places.length === 0) return null
    const add = places.map((place) => ({ ...place, label: "A picture that is left out" }))
    return tr.setMeta(pluginKey, { add } satisfies Change)
  },
  props: { decorations: (state) => pluginKey.getState(state) },
})

export function addPlaceholder(editor: Editor, placeholder: Placeholder): void {
  editor.view.dispatch(editor.state.tr.setMeta(pluginKey, { add: [placeholder] } satisfies Change))
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
