import { useEffect } from "react"

/** Closes a card's menus as people expect of menus: with a press elsewhere, and with Escape. */
export function useCardMenus(): void {
  useEffect(() => {
    function onPointerDown({ target }: PointerEvent) {
      for (const menu of openMenus(document)) if (!menu.contains(target as Node)) menu.open = false
    }
    function onKeyDown({ key }: KeyboardEvent) {
      if (key !== "Escape") return
      for (const menu of openMenus(document)) {
        menu.open = false
        menu.querySelector("summary")?.focus()
      }
    }
    document.addEventListener("pointerdown", onPointerDown)
    document.addEventListener("keydown", onKeyDown)
    return () => {
      document.removeEventListener("pointerdown", onPointerDown)
      document.removeEventListener("keydown", onKeyDown)
    }
  }, [])
}

export function closeMenus(card: HTMLElement | null): void {
  if (card) for (const menu of openMenus(card)) menu.open = false
}

function openMenus(within: ParentNode) {
  return within.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]")
}
