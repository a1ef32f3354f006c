import { Fragment, DOMParser as HtmlReader, Slice } from "@tiptap/pm/model"
import type { EditorProps } from "@tiptap/pm/view"
import { isOnEmptyLine } from "@/components/editor/embeds/insert-embed"
import { isMarkdown, markdownHtml } from "@/components/editor/paste/markdown"
import type { PasteLoss } from "@/components/editor/paste/report"
import { tidyHtml } from "@/components/editor/pasted-html"
import { marksAt, paragraphsOf, withoutGaps } from "@/components/editor/pasted-text"
import { type LeftOut, leftOut, markOf, withoutMarks } from "@/components/editor/pictures/pasted-pictures"
import type { Skipped } from "@/components/editor/pictures/skipped-pictures"
import { newKey } from "@/components/editor/pictures/upload-placeholders"
import { embedTarget } from "@/lib/documents/embed-url"

/**
 * How the editor takes what is pasted or dropped.
 * @param loss is told what else a paste left out
 * @param onSkippedPictures hears which pictures of a page's HTML were left out
 */
export function pasting(loss: PasteLoss, onSkippedPictures: (skipped: Skipped) => void): EditorProps {
  const tidied = (html: string, paths: boolean, alone: boolean) => {
    const skipped: (LeftOut | null)[] = []
    const tidy = tidyHtml(withoutMarks(html), {
      instead: (image) => {
        const picture = leftOut(image, newKey())
        skipped.push(picture)
        return picture ? markOf(picture) : ""
      },
      lose: (kind) => loss.note(kind),
      paths,
      alone,
    })
    const pictures = skipped.filter((one) => one !== null)
    if (skipped.length > 0) onSkippedPictures({ pictures, away: skipped.length - pictures.length })
    return tidy
  }
  return {
    clipboardTextParser(text, context, plain, { state }) {
      const player = plain || !isOnEmptyLine(state) ? null : embedTarget(text)
      if (player) return new Slice(Fragment.from(state.schema.node("embed", { url: player.url })), 0, 0)
      if (plain || !isMarkdown(text)) return paragraphsOf(text, state.schema, marksAt(state))
      loss.wasMarkdown()
      const { body } = new DOMParser().parseFromString(tidied(markdownHtml(text), true, false), "text/html")
      return HtmlReader.fromSchema(state.schema).parseSlice(body, { context })
    },
    transformPastedHTML: (html, { state }) => tidied(html, false, isOnEmptyLine(state)),
    transformPasted: withoutGaps,
  }
}
