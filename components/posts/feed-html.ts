import { richTextHtml } from "@/components/posts/rich-text-html"
import { html } from "@/lib/text/html"

/** A story as HTML for feed readers, by the same renderer as its page. */
export function feedHtml(
  post: { body: unknown; picture: string; pictureAlt: string },
  siteUrl: string,
): string {
  const { picture, pictureAlt, body } = post
  const image = picture ? html`<img src="${new URL(picture, siteUrl).href}" alt="${pictureAlt}"/>` : html``
  return html`${image}${richTextHtml(body, { apart: true })}`.toString()
}
