import { readFormData, readUrlEncoded } from "./form-data.ts"

/**
 * What a person typed into a form, to be shown when the form could not be taken: a deploy, or a fault
 * of ours, must not cost them their words. The edge knows no form, so it shows every text that was
 * sent, by its field's name.
 */
export type PostedText = [name: string, text: string][]

/** @returns an empty list when the body is no form */
export async function readPostedText(contentType: string, body: Buffer): Promise<PostedText> {
  const form = contentType.startsWith("application/x-www-form-urlencoded")
    ? readUrlEncoded(body)
    : await readFormData(contentType, body)
  return [...(form ?? [])].flatMap(([name, value]): PostedText => {
    const hidden = /^\$ACTION|pass|secret|token/i.test(name)
    return typeof value !== "string" || hidden || value.trim() === ""
      ? []
      : [[name, value.replaceAll("\r\n", "\n")]]
  })
}

/** Takes out what the page's own forms carry hidden: nobody typed it. */
export function typedOnly(posted: PostedText, html: string): PostedText {
  const hidden = new Set<string>()
  for (const [tag] of html.matchAll(/<input\b[^>]*>/gi)) {
    const name = / name="([^"]*)"/i.exec(tag)?.[1]
    if (name && / type="hidden"/i.test(tag)) hidden.add(name)
  }
  return posted.filter(([name]) => !hidden.has(name))
}

/** The fields with a heading, for a page that has no form for them. */
export function typedTextNotice(posted: PostedText): string {
  const list = listOfText(posted)
  return list && `<section class="posted-text-notice"><p>What you wrote:</p>${list}</section>`
}

/** A list of the fields, for any page. */
function listOfText(posted: PostedText): string {
  const rows = posted.map(
    ([name, text]) => `<dt>${escapeText(label(name))}</dt><dd dir="auto">${escapeText(text)}</dd>`,
  )
  return rows.length === 0 ? "" : `<dl class="posted-text">${rows.join("")}</dl>`
}

/**
 * Puts the person's words into a page that was rendered anew: above the form they were meant for, which
 * is where the browser scrolls to, or at the top when that form is gone.
 */
export function withPostedText(html: string, posted: PostedText): string {
  const said =
    posted.length === 0
      ? "This page was updated while you wrote. Please send the form again."
      : "This page was updated while you wrote. Your text is below; copy it into the form and send it again."
  const block = `<section role="alert" class="posted-text-notice"><p>${said}</p>${listOfText(posted)}</section>`
  const at = formFor(html, posted) ?? topOf(html)
  return html.slice(0, at) + block + html.slice(at)
}

/** Where the form begins that has the most of these fields. */
function formFor(html: string, posted: PostedText): number | null {
  let best: { at: number; fields: number } | null = null
  for (const form of html.matchAll(/<form\b[\s\S]*?<\/form>/gi)) {
    const fields = posted.filter(([name]) => form[0].includes(` name="${name}"`)).length
    if (fields > (best?.fields ?? 0)) best = { at: form.index, fields }
  }
  return best?.at ?? null
}

function topOf(html: string): number {
  const place = /<main\b[^>]*>/i.exec(html) ?? /<body\b[^>]*>/i.exec(html)
  return place ? place.index + place[0].length : 0
}

function label(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[-_]+/g, " ")
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
