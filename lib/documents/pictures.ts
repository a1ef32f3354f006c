import { type PictureNode, picture } from "@/lib/documents/picture-nodes"

type Node = { type?: unknown; content?: unknown }

/** The pictures of a document in their order, those of galleries too. */
export function picturesIn(document: unknown): PictureNode["attrs"][] {
  const nodes = parts(document)
  return nodes
    .flatMap((node) => (node.type === "gallery" ? parts(node) : [node]))
    .flatMap((node) => picture.safeParse(node).data?.attrs ?? [])
}

/** Whether a document shows something besides its words. */
export function hasFigures(document: unknown): boolean {
  return picturesIn(document).length > 0 || parts(document).some(({ type }) => type === "embed")
}

function parts(node: unknown): Node[] {
  const content = (node as Node | null)?.content
  return Array.isArray(content) ? content.filter((one) => typeof one === "object" && one !== null) : []
}
