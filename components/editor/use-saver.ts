import type { Editor } from "@tiptap/core"
import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from "react"
import { forgetText, keepText, keptTextKey, openTab } from "@/components/editor/kept-text"
import type { EditorKind } from "@/components/editor/kind"
import { Saver } from "@/components/editor/saver"
import type { StoryActions } from "@/components/editor/story-sender"
import { textFields } from "@/components/editor/text-fields"
import type { HeldText } from "@/lib/documents/save-answer"

type Options = {
  kind: EditorKind
  staffId: number
  story: HeldText | null
  actions: StoryActions
  form: RefObject<HTMLFormElement | null>
  editor: Editor | null
}

/** The saver of this page, and what it shows. */
export function useSaver({ kind, staffId, story, actions, form, editor }: Options) {
  const present = useRef(editor)
  useEffect(() => {
    present.current = editor
  }, [editor])

  const [tab] = useState(() => (typeof window === "undefined" ? "" : openTab()))
  const [saver] = useState(() => {
    const body = () => present.current?.getJSON() ?? { type: "doc" }
    return new Saver(story, {
      actions,
      key: tab,
      collect: () => {
        const typed = new FormData(form.current ?? undefined)
        typed.set("body", JSON.stringify(body()))
        return typed
      },
      isWorthSaving: () =>
        present.current?.isEmpty === false || Boolean(textFields(form.current).title?.value.trim()),
      keep: (id, version) => {
        const fields = Object.entries(textFields(form.current)).map(([name, field]) => [name, field.value])
        return keepText(keptTextKey({ staffId, noun: kind.noun }, id, tab), {
          at: Date.now(),
          version,
          fields: Object.fromEntries(fields),
          body: body(),
        })
      },
      forget: (id) => forgetText(keptTextKey({ staffId, noun: kind.noun }, id, tab)),
      // The editor stays as it is, with its cursor and its steps to undo; only the address changes.
      created: ({ id }) => window.history.replaceState(null, "", `${kind.desk}/${id}`),
    })
  })
  const view = useSyncExternalStore(saver.subscribe, saver.view, saver.view)

  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener("pagehide", saver.keepNow, { signal })
    document.addEventListener("visibilitychange", saver.keepNow, { signal })
    // Somebody comes back from signing in, or the network does.
    window.addEventListener("focus", saver.tryAgain, { signal })
    window.addEventListener("online", saver.tryAgain, { signal })
    return () => {
      listening.abort()
      saver.dispose()
    }
  }, [saver])

  return { saver, view }
}
