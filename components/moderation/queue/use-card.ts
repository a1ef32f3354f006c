import { type FormEvent, useCallback, useRef, useSyncExternalStore } from "react"
import { closeMenus } from "../card-menus"
import { readPress } from "./press"
import type { QueueStore } from "./queue-store"

/** One card of the store, its element, and what its buttons do. */
export function useCard(store: QueueStore, id: number) {
  const element = useRef<HTMLElement>(null)
  const read = useCallback(() => store.view().cards.get(id), [store, id])
  const subscribe = useCallback(
    (listener: () => void) => {
      let before = read()
      return store.subscribe(() => {
        if (read() === before) return
        before = read()
        keepHeight(element.current)
        listener()
      })
    },
    [store, read],
  )
  const card = useSyncExternalStore(subscribe, read, read)

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const press = readPress(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    if (!press) return
    closeMenus(element.current)
    // The pressed button goes away; without this the keyboard would start again at the top of the page.
    element.current?.focus({ preventScroll: true })
    if (press.decision === "reject") store.askReason(id)
    else store.press(id, press)
  }

  return { card, element, onSubmit }
}

/**
 * Keeps the height, to avoid a layout shift under the pointer. Set as a property: the desk's policy allows no style
 * attribute.
 */
function keepHeight(element: HTMLElement | null): void {
  if (element) element.style.minHeight = `${element.offsetHeight}px`
}
