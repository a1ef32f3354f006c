import { DiffLine } from "@/components/revisions/diff-line"
import type { RichTextNode } from "@/db/schema/posts"
import { diff } from "@/lib/documents/diff"

/** A line of text without marks, as the title is one. */
export function DiffText({ before, after }: { before: string; after: string }) {
  const [old, now] = [lineDocument(before), lineDocument(after)]
  const { inside } = diff(old, now)
  if (!inside) return after
  const steps = "words" in inside ? inside.words : [...(before ? [{ drop: Number.MAX_SAFE_INTEGER }] : [])]
  return <DiffLine before={old.content ?? []} steps={steps} />
}

function lineDocument(text: string): RichTextNode {
  return { type: "paragraph", content: text ? [{ type: "text", text }] : [] }
}
