import { feedFigure, feedPicture, type Pictures } from "@/components/posts/figures"
import { richTextHtml } from "@/components/posts/rich-text-html"
import type { Picture } from "@/lib/media/types"
import { html } from "@/lib/text/html"

type Post = {
  body: unknown
  pictures: Pictures
  lead: Picture | null
  picture: string
  pictureAlt: string
}

/** A story as HTML for feed readers, by the same renderer as its page. */
export function feedHtml(post: Post, siteUrl: string): string {
  const figure = feedFigure(post.pictures, siteUrl)
  return html`${leadOf(post, siteUrl)}${richTextHtml(post.body, figure, { apart: true })}`.toString()
}

function leadOf({ lead, picture, pictureAlt: alt }: Post, siteUrl: string) {
  if (lead) return feedPicture(lead, { alt, caption: lead.caption, siteUrl })
  return picture ? html`<img src="${new URL(picture, siteUrl).href}" alt="${alt}"/>` : html``
}
