import { useEffect, useRef } from "react"

/**
 * Asks before a page is left whose work would be lost. Links of the desk then load a new document, so that the
 * browser asks for them too.
 * @param isUnsaved whether something would be lost now
 * @param reload whether links load a document in any case: the way back then leads to the page as it was saved, and not
 * to the framework's copy of how it was opened
 */
export function useLeaveGuard(isUnsaved: () => boolean, { reload = false } = {}): void {
  const newest = useRef(isUnsaved)
  useEffect(() => {
    newest.current = isUnsaved
  })

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (newest.current()) event.preventDefault()
    }
    const follow = (event: MouseEvent) => {
      if (reload || newest.current()) loadDocument(event)
    }
    window.addEventListener("beforeunload", ask)
    // On the window and while capturing: the framework's own links listen on the document.
    window.addEventListener("click", follow, true)
    return () => {
      window.removeEventListener("beforeunload", ask)
      window.removeEventListener("click", follow, true)
    }
  }, [reload])
}

function loadDocument(event: MouseEvent): void {
  // Another form of the page has seen to it.
  if (event.defaultPrevented) return
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null
  if (!(link instanceof HTMLAnchorElement) || (link.target && link.target !== "_self")) return
  // A jump on this page leaves nothing, and a link in the text is a place for the cursor.
  const { pathname, search } = window.location
  if (link.isContentEditable || (link.pathname === pathname && link.search === search)) return
  event.preventDefault()
  event.stopPropagation()
  window.location.assign(link.href)
}
