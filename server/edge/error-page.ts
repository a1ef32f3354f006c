import { createHash } from "node:crypto"
import { readerPolicy } from "./headers.ts"

// The palette of app/globals.css, which this page cannot wait for.
const style = `:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1d1b19;--soft:#5c5751;--accent:#9b1c46;background:var(--paper);color:var(--ink)}@media(prefers-color-scheme:dark){:root{--paper:#171614;--ink:#ece8e1;--soft:#aba49a;--accent:#f397b2}}body{font:1.125rem/1.5 Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif;max-inline-size:38rem;margin:0 auto;padding:12vh 1.25rem 3rem}main{border-block-start:1px solid var(--ink);padding-block-start:1.5rem}h1{font-size:clamp(2.25rem,1.6rem + 2.9vw,3rem);font-weight:500;line-height:1.1;margin:0 0 1rem}p{margin:0 0 1rem}a{color:var(--accent)}dt{color:var(--soft);margin-block-start:1rem}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere;border-inline-start:3px solid;padding-inline-start:.75rem}`

const hash = createHash("sha256").update(style).digest("base64")

/** The policy of error pages: a reader's, and the few lines of style of the plain one, by hash. */
export const errorPolicy = readerPolicy.replace("style-src 'self'", `style-src 'self' 'sha256-${hash}'`)

/** What an error page says; `more` is HTML that is safe already. */
export type ErrorText = { title: string; sentence: string; more?: string }

/** A page for when nothing else can be shown: it needs no database, no build and no other file. */
export function plainPage(text: ErrorText): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${text.title}</title><style>${style}</style></head><body><main>${wordsOf(text)}</main></body></html>`
}

/** Where the words of an error stand in a page of the publication. */
export type Frame = [top: string, head: string, bottom: string]

const notFound = /^(.*<title>)Not found([^<]*<\/title>.*<main id="main"[^>]*>).*(<\/main>.*)$/s

/** Takes the frame from the page of addresses that do not exist; null when it is none of the publication's. */
export function frameOf(html: string): Frame | null {
  const [, top, head, bottom] = notFound.exec(html) ?? []
  return top && head && bottom ? [top, head, bottom] : null
}

export function framedPage([top, head, bottom]: Frame, text: ErrorText): string {
  return `${top}${text.title}${head}${wordsOf(text)}${bottom}`
}

function wordsOf({ title, sentence, more = "" }: ErrorText): string {
  return `<h1 class="page-title">${title}</h1><p class="standfirst">${sentence}</p>${more}<p class="mt-4"><a href="/">Go to the front page</a></p>`
}
