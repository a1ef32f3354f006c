import { createHash } from "node:crypto"
import { readerPolicy } from "./headers.ts"
import type { Fault } from "./posted-action.ts"

const style = `:root{color-scheme:light dark}body{font:1.0625rem/1.6 Georgia,serif;max-inline-size:38rem;margin:12vh auto;padding-inline:1.25rem}h1{font-size:1.75rem;line-height:1.2}dt{font-weight:bold;margin-block-start:1rem}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere;border-inline-start:3px solid;padding-inline-start:.75rem}`

const hash = createHash("sha256").update(style).digest("base64")

/** The policy of these pages: their few lines of style, by hash. */
export const errorPolicy = readerPolicy.replace("style-src 'self'", `style-src 'sha256-${hash}'`)

/**
 * A page for when nothing else can be shown: it needs no database, no build and no other file.
 * @param more HTML that is safe already
 */
function errorPage(title: string, sentence: string, more = ""): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1><p>${sentence}</p>${more}<p><a href="/">To the front page</a></p></main></body></html>`
}

const words: Record<number, [string, string]> = {
  400: ["That address is not one of ours", "Please check the link, or start from the front page."],
  403: ["That form came from another site", "Please open the page here and send the form again."],
  404: ["There is no page at this address", "Please check the link, or start from the front page."],
  405: ["That cannot be done here", "This address can be read, and its forms can be sent; nothing else."],
  413: ["That is too long to send", "Please shorten it and send it again."],
  429: [
    "Too much at once from your network",
    "Please wait a moment, then try again. Others are served meanwhile.",
  ],
  500: ["Something went wrong on our side", "Please try again in a moment. It is not your fault."],
  503: ["We will be back in a moment", "Please try again shortly."],
}

/** What a script is told whose network has too many requests under way. */
export const refusedSentence = "Too much at once from your network. Wait a moment, then try again."

/** The page for a status. */
export function pageFor(status: number, more = ""): string {
  const [title, sentence] = words[status] ?? words[500] ?? ["", ""]
  return errorPage(title, sentence, more)
}

const refusals: Record<Fault, [string, string]> = {
  unreadable: ["That form could not be read", "Please open its page again and send the form from there."],
  elsewhere: [
    "That form belongs to another page",
    "Please open the page that has it and send it from there.",
  ],
}

/** A sentence for a form that no action was given. */
export function faultSentence(fault: Fault): string {
  return refusals[fault].join(". ")
}

/**
 * The page for such a form.
 * @param typed what was written into it, as HTML that is safe already
 */
export function faultPage(fault: Fault, typed: string): string {
  const [title, sentence] = refusals[fault]
  return errorPage(title, sentence, typed && `<p>What you wrote:</p>${typed}`)
}
