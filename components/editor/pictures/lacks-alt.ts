import type { Node } from "@tiptap/pm/model"

/** Whether a picture of the text is neither described nor marked as decorative. */
export function lacksAlt(text: Node): boolean {
  let lacks = false
  text.descendants(({ type, attrs }) => {
    lacks ||= type.name === "picture" && !attrs.decorative && attrs.alt.trim() === ""
    return !lacks
  })
  return lacks
}
