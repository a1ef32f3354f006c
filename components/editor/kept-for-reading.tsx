"use client"

import { useEffect, useState } from "react"
import { clockTime } from "@/components/editor/clock"
import { forgetText, type KeptText, listKept, readText } from "@/components/editor/kept-text"
import { Button } from "@/components/ui/button"

type Props = { staffId: number; storyId: number }
type Kept = KeptText & { key: string }

/** Text that this browser kept and the site refused, since somebody has taken the story on: it can be copied from here. */
export function KeptForReading({ staffId, storyId }: Props) {
  const [kept, setKept] = useState<readonly Kept[]>([])
  useEffect(() => {
    let isWanted = true
    void listKept({ staffId, noun: "story" }, storyId).then((keys) => {
      if (isWanted) setKept(keys.flatMap(readKept))
    })
    return () => {
      isWanted = false
    }
  }, [staffId, storyId])

  function discard(key: string) {
    if (!window.confirm("Discard this text? It was never saved to the site.")) return
    forgetText(key)
    setKept((left) => left.filter((one) => one.key !== key))
  }
  return kept.map((one) => <KeptCopy key={one.key} kept={one} onDiscard={() => discard(one.key)} />)
}

function KeptCopy({ kept, onDiscard }: { kept: Kept; onDiscard: () => void }) {
  const [said, setSaid] = useState("")
  const words = wordsOf(kept)
  const copy = () =>
    navigator.clipboard.writeText(words).then(
      () => setSaid("Copied."),
      () => setSaid("The browser did not allow it. Select the words below and copy them."),
    )
  return (
    <section aria-label="Unsaved text" className="mt-5 border-s-4 border-danger bg-raised px-4 py-3 text-sm">
      <p>
        At {clockTime(kept.at)} this browser kept text of yours that could not be saved, because the story had
        moved on. Copy what you need and send it to the editor.
      </p>
      <details className="mt-2">
        <summary>Read it</summary>
        <p dir="auto" className="mt-2 max-h-80 overflow-y-auto font-text whitespace-pre-line wrap-anywhere">
          {words}
        </p>
      </details>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button type="button" small onClick={copy}>
          Copy my text
        </Button>
        <Button type="button" look="quiet" small onClick={onDiscard}>
          Discard it
        </Button>
      </div>
      <p role="status">{said}</p>
    </section>
  )
}

function readKept(key: string): Kept[] {
  const text = readText(key)
  return text ? [{ ...text, key }] : []
}

/** Title, standfirst and paragraphs, with a line between. */
function wordsOf({ fields, body }: KeptText): string {
  const blocks = [fields.title ?? "", fields.standfirst ?? ""]
  const walk = (node: KeptText["body"]): void => {
    const inline = node.content?.filter(({ type }) => type === "text" || type === "hardBreak") ?? []
    if (inline.length > 0)
      blocks.push(inline.map(({ type, text }) => (type === "hardBreak" ? "\n" : (text ?? ""))).join(""))
    else for (const child of node.content ?? []) walk(child)
  }
  walk(body)
  return blocks.filter(Boolean).join("\n\n")
}
