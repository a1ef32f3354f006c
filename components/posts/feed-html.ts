import { feedFigure, feedPicture, type Pictures } from "@/components/posts/figures"
import { richTextHtml } from "@/components/posts/rich-text-html"
import type { Picture } from "@/lib/media/types"
import { correctionWords, type StoryCorrection } from "@/lib/posts/corrections"
import { html } from "@/lib/text/html"
import { textParagraphs } from "@/lib/text/paragraphs"

type Post = {
  corrections: StoryCorrection[]
  body: unknown
  pictures: Pictures
  lead: Picture | null
  picture: string
  pictureAlt: string
}

/** A story as HTML for feed readers, by the same renderer as its page. */
export function feedHtml(post: Post, siteUrl: string): string {
  const figure = feedFigure(post.pictures, siteUrl)
  const told = (place: StoryCorrection["place"]) =>
    post.corrections.filter((correction) => correction.place === place).flatMap(correctionHtml)
  const body = richTextHtml(post.body, figure, { apart: true })
  return html`${leadOf(post, siteUrl)}${told("top")}${body}${told("foot")}`.toString()
}

function correctionHtml({ kind, body }: StoryCorrection) {
  return textParagraphs(body).map(
    (text, at) =>
      html`<p dir="auto">${at === 0 ? html`<strong>${correctionWords[kind]}:</strong> ` : html``}${text}</p>`,
  )
}

function leadOf({ lead, picture, pictureAlt: alt }: Post, siteUrl: string) {
  if (lead) return feedPicture(lead, { alt, caption: lead.caption, siteUrl })
  return picture ? html`<img src="${new URL(picture, siteUrl).href}" alt="${alt}"/>` : html``
}
