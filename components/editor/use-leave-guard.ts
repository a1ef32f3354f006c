import { useEffect } from "react"

/**
 * Asks before a page with unsaved changes is left. Links of the desk load a new document from here, so that
 * the browser asks for them too, and so that the way back leads to the story as it was saved and not to the
 * framework's copy of how it was opened.
 */
export function useLeaveGuard(dirty: boolean): void {
  useEffect(() => {
    // On the window and while capturing: the framework's own links listen on the document.
    window.addEventListener("click", loadDocument, true)
    return () => window.removeEventListener("click", loadDocument, true)
  }, [])

  useEffect(() => {
    if (!dirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", ask)
    return () => window.removeEventListener("beforeunload", ask)
  }, [dirty])
}

function loadDocument(event: MouseEvent): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null
  if (!(link instanceof HTMLAnchorElement) || (link.target && link.target !== "_self")) return
  // A jump on this page leaves nothing, and a link in the text is a place for the cursor.
  if (link.isContentEditable || link.pathname === window.location.pathname) return
  event.preventDefault()
  event.stopPropagation()
  window.location.assign(link.href)
}
