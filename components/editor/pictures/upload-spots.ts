import type { Editor } from "@tiptap/core"
import { Plugin, PluginKey } from "@tiptap/pm/state"
import { Decoration, DecorationSet } from "@tiptap/pm/view"

type Change = { add: { key: number; at: number; filename: string } } | { remove: number }

const pluginKey = new PluginKey<DecorationSet>("uploadSpots")

/** Where files that were pasted or dropped are to stand once they are in the library; moves along with the text. */
export const uploadSpots = new Plugin({
  key: pluginKey,
  state: {
    init: () => DecorationSet.empty,
    apply(tr, spots) {
      const mapped = spots.map(tr.mapping, tr.doc)
      const change: Change | undefined = tr.getMeta(pluginKey)
      if (!change) return mapped
      if ("remove" in change) return mapped.remove(found(mapped, change.remove))
      const { key, at, filename } = change.add
      return mapped.add(tr.doc, [
        Decoration.widget(at, spot(filename), { key: `upload-${key}`, upload: key }),
      ])
    },
  },
  props: { decorations: (state) => pluginKey.getState(state) },
})

export function addSpot(editor: Editor, spot: { key: number; at: number; filename: string }): void {
  editor.view.dispatch(editor.state.tr.setMeta(pluginKey, { add: spot } satisfies Change))
}

/** Where a file is to stand now; null where that part of the text is gone. Forgets it. */
export function takeSpot(editor: Editor, key: number): number | null {
  const spots = pluginKey.getState(editor.state)
  const [spot] = spots ? found(spots, key) : []
  if (spot) editor.view.dispatch(editor.state.tr.setMeta(pluginKey, { remove: key } satisfies Change))
  return spot?.from ?? null
}

const found = (spots: DecorationSet, key: number) =>
  spots.find(undefined, undefined, ({ upload }) => upload === key)

function spot(filename: string) {
  return () => {
    const element = document.createElement("div")
    element.className = "upload-spot"
    element.textContent = filename
    return element
  }
}
