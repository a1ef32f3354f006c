import type { Extensions } from "@tiptap/core"
import { ReactNodeViewRenderer } from "@tiptap/react"
import { EmbedView } from "@/components/editor/embeds/embed-view"
import { embedNode } from "@/components/editor/embeds/node"
import { galleryView } from "@/components/editor/pictures/gallery-view"
import { galleryNode, pictureNode } from "@/components/editor/pictures/nodes"
import { PictureView } from "@/components/editor/pictures/picture-view"
import { uploadPlaceholders } from "@/components/editor/pictures/upload-placeholders"

const shownPicture = pictureNode.extend({
  addNodeView: () => ReactNodeViewRenderer(PictureView),
  addProseMirrorPlugins: () => [uploadPlaceholders],
})
const shownGallery = galleryNode.extend({ addNodeView: () => galleryView })
const shownEmbed = embedNode.extend({ addNodeView: () => ReactNodeViewRenderer(EmbedView) })

/** The nodes of a text that are drawn with controls while it is written. */
const shown = new Map<Extensions[number], Extensions[number]>([
  [pictureNode, shownPicture],
  [galleryNode, shownGallery],
  [embedNode, shownEmbed],
])

export function withNodeView(extension: Extensions[number]): Extensions[number] {
  return shown.get(extension) ?? extension
}
