import type { Pictures } from "@/components/posts/figures"
import { DiffBlocks, Label, Whole } from "@/components/revisions/diff-blocks"
import { DiffLine } from "@/components/revisions/diff-line"
import type { RichTextNode } from "@/db/schema/posts"
import type { DocumentDiff } from "@/lib/documents/diff-types"

type Props = {
  before: RichTextNode
  change: DocumentDiff
  pictures: Pictures
  list?: RichTextNode["type"] | undefined
}

/** A block that stayed and was changed: in its words, in what is in it, or in what it is. */
export function DiffChange({ before, change: { shell, inside }, pictures, list }: Props) {
  const became =
    JSON.stringify(before.attrs) === JSON.stringify(shell.attrs) ? null : becameWords(before, shell)
  if (inside === null) {
    return (
      <div className="diff-block">
        <Label>{became ?? "Changed"}</Label>
        <Whole what="removed" nodes={[before]} pictures={pictures} list={list} />
        <Whole what="added" nodes={[shell]} pictures={pictures} list={list} />
      </div>
    )
  }
  const content = before.content ?? []
  return (
    <div className="diff-block diff-changed">
      <Label>{became ?? changed[shell.type] ?? "Changed"}</Label>
      {"words" in inside ? (
        <p dir="auto" className={shell.type === "heading" ? "font-headline text-xl" : "diff-line"}>
          <DiffLine before={content} steps={inside.words} />
        </p>
      ) : (
        <div className="diff-inside">
          <DiffBlocks
            before={content}
            steps={inside.nodes}
            pictures={pictures}
            {...(shell.type === "bulletList" || shell.type === "orderedList" ? { list: shell.type } : {})}
          />
        </div>
      )}
    </div>
  )
}

const changed: Record<string, string> = {
  paragraph: "Changed",
  heading: "Heading changed",
  bulletList: "List changed",
  orderedList: "Numbered list changed",
  listItem: "Item changed",
  blockquote: "Quotation changed",
  gallery: "Gallery changed",
  embed: "Embed changed",
  picture: "Picture changed",
}

const attributes: Record<string, string> = {
  alt: "alt text",
  decorative: "whether it is decorative",
  caption: "caption",
  size: "size",
  mediaId: "picture",
  url: "address",
  level: "level",
  start: "first number",
}

/** Which of its attributes were changed, and from what to what where that is short. */
function becameWords({ attrs: old = {} }: RichTextNode, { type, attrs: now = {} }: RichTextNode): string {
  const names = Object.keys({ ...old, ...now }).filter((name) => old[name] !== now[name])
  const parts = names.map((name) => {
    const word = attributes[name] ?? name
    if (name === "mediaId") return "another picture"
    return `${word} from ${said(old[name])} to ${said(now[name])}`
  })
  return `${type === "picture" || type === "embed" ? changed[type] : "Changed"}: ${parts.join(", ")}`
}

function said(value: unknown): string {
  return typeof value === "string" ? `“${value}”` : String(value ?? "none")
}
