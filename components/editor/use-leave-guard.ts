import { useEffect } from "react"

/** Asks before a page with unsaved changes is left, by a link of the desk as by closing the window. */
export function useLeaveGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    const onClick = (event: MouseEvent) => {
      if (!leaves(event) || window.confirm(question)) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener("beforeunload", onUnload)
    // On the window and while capturing: the framework's own links listen on the document.
    window.addEventListener("click", onClick, true)
    return () => {
      window.removeEventListener("beforeunload", onUnload)
      window.removeEventListener("click", onClick, true)
    }
  }, [dirty])
}

const question = "This story has changes that are not saved. Leave it?\n\nYour text stays in this browser."

function leaves(event: MouseEvent): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null
  if (!(link instanceof HTMLAnchorElement) || (link.target && link.target !== "_self")) return false
  // The browser itself asks before another site, and a jump on this page leaves nothing.
  return link.origin === window.location.origin && link.pathname !== window.location.pathname
}
