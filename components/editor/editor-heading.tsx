import { useEffect, useRef } from "react"
import type { EditorKind } from "@/components/editor/kind"
import type { SaverView } from "@/components/editor/saver-tools"

type Props = {
  kind: EditorKind
  view: SaverView
  /** As the page was opened. */
  title: string
}

/** The heading of an editor's page. It and the title of the document follow the title that is saved. */
export function EditorHeading({ kind, view: { story, savedTitle }, title }: Props) {
  const shown = (savedTitle ?? title) || "Untitled"
  const before = useRef(story ? shown : kind.nothingYet)
  useEffect(() => {
    if (savedTitle === null || shown === before.current) return
    document.title = nextTitle(document.title, { before: before.current, now: shown })
    before.current = shown
  }, [savedTitle, shown])
  return <h1 className="sr-only">{story ? `Edit “${shown}”` : kind.nothingYet}</h1>
}

/** What stands behind the title, such as the name of the desk, stays. */
export function nextTitle(whole: string, { before, now }: { before: string; now: string }): string {
  return whole.startsWith(before) ? now + whole.slice(before.length) : now
}
