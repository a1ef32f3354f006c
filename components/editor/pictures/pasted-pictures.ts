import type { EditorState, Transaction } from "@tiptap/pm/state"
import type { UploadSource } from "@/components/media/upload"
import { remoteName } from "@/lib/media/remote-name"

/** A picture of a page that was pasted, which stays out of the text until somebody has it brought in. */
export type LeftOut = { key: number; name: string; address: string; alt: string }

/** Characters that no text has (Unicode, 23.7). Between them a key holds a picture's place while HTML is parsed. */
const [begin, end] = ["\ufdd0", "\ufdd1"]
const marks = new RegExp(`${begin}(\\d+)${end}`, "g")

export const markOf = ({ key }: LeftOut) => `${begin}${key}${end}`

/** Nobody else may say where a picture stands. */
export const withoutMarks = (html: string) => html.replaceAll(begin, "").replaceAll(end, "")

/** Notes a picture under a key; null where it can be had only on the device that it was copied on. */
export function leftOut(image: Element, key: number): LeftOut | null {
  const address = (image.getAttribute("src") ?? "").trim().replace(/^\/\//, "https://")
  if (!/^(https?:\/\/|data:image\/)/i.test(address)) return null
  const name = /^data:/i.test(address) ? "Pasted picture" : remoteName(address)
  return { key, name, address, alt: image.getAttribute("alt")?.trim() ?? "" }
}

/** A picture within the address is taken from there; others the site has to fetch. */
export function sourceOf({ name, address }: LeftOut): UploadSource {
  const [, type = "", coding, content = ""] = /^data:([^;,]*)([^,]*),(.*)$/is.exec(address) ?? []
  if (!type) return { name, address, size: 0 }
  try {
    const text = decodeURIComponent(content)
    const bytes = /;base64$/i.test(coding ?? "") ? atob(text) : text
    return new File([Uint8Array.from(bytes, (letter) => letter.charCodeAt(0))], name, { type })
  } catch {
    // Empty, which is refused with a sentence.
    return new File([], name, { type })
  }
}

/** Where the marks in a text stand, by their keys, and the text without them and without the paragraphs that held nothing else. */
export function takeMarks({ doc, tr }: EditorState): { tr: Transaction; places: Place[] } {
  const found: { key: number; from: number; to: number }[] = []
  doc.descendants(({ text = "" }, pos) => {
    for (const { 0: mark, 1: key, index } of text.matchAll(marks))
      found.push({ key: Number(key), from: pos + index, to: pos + index + mark.length })
  })
  for (const { from, to } of found.toReversed()) tr.delete(from, to)
  for (const { from } of found) {
    const $at = tr.doc.resolve(tr.mapping.map(from))
    const emptied = $at.depth === 1 && $at.parent.content.size === 0 && tr.doc.childCount > 1
    // Writing goes on where the cursor is.
    const hasCursor = emptied && tr.selection.$from.start() === $at.start()
    if (emptied && !hasCursor) tr.delete($at.before(), $at.after())
  }
  return { tr, places: found.map(({ key, from }) => ({ key, at: tr.mapping.map(from) })) }
}

type Place = { key: number; at: number }
