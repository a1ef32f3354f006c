import { pictureContent } from "@/components/media/picture-html"
import type { PictureNode } from "@/lib/documents/picture-nodes"
import type { Picture } from "@/lib/media/types"
import { plainUrl } from "@/lib/media/urls"
import { type Html, html } from "@/lib/text/html"

type Attrs = PictureNode["attrs"]

/** How a renderer of documents writes a picture; `inGallery` where others stand beside it. */
export type FigureWriter = (attrs: Attrs, inGallery: boolean) => Html

/** The pictures of a story's text by their ids. */
export type Pictures = Readonly<Record<string, Picture>>

/** Pictures as a page shows them. One that the library has no longer leaves no gap. */
export function pageFigure(pictures: Pictures): FigureWriter {
  return ({ mediaId, alt, decorative, caption, size }, inGallery) => {
    const picture = pictures[mediaId]
    const shape = inGallery ? "gallery" : size
    const content = picture && pictureContent(picture, { alt: decorative ? "" : alt, shape })
    if (!picture || !content) return html``
    const box = inGallery ? html`` : html` class="figure figure-${size}"`
    return html`<figure${box}><picture>${content}</picture>${captionHtml(caption, picture.credit)}</figure>`
  }
}

/** Pictures as a feed carries them: one file with its whole address. */
export function feedFigure(pictures: Pictures, siteUrl: string): FigureWriter {
  return ({ mediaId, alt, decorative, caption }) => {
    const picture = pictures[mediaId]
    return picture ? feedPicture(picture, { alt: decorative ? "" : alt, caption, siteUrl }) : html``
  }
}

/** One picture with what stands under it, for feeds. */
export function feedPicture(
  picture: Picture,
  { alt, caption, siteUrl }: { alt: string; caption: string; siteUrl: string },
): Html {
  const url = plainUrl(picture, 1280)
  if (!url) return html``
  const { width, height, credit } = picture
  return html`<figure><img src="${new URL(url, siteUrl).href}" alt="${alt}" width="${width}" height="${height}"/>${captionHtml(caption, credit)}</figure>`
}

function captionHtml(caption: string, credit: string): Html {
  if (!caption && !credit) return html``
  const by = credit ? html`<bdi class="picture-credit">${credit}</bdi>` : html``
  return html`<figcaption class="picture-caption" dir="auto">${caption}${caption && credit ? " · " : ""}${by}</figcaption>`
}
