import { withoutEmptyAction } from "./parse-scripts.ts"

/**
 * A page of the desk as it leaves: without what an HTML checker refuses, and with words in place of the empty page that
 * Next answers with 403 or 404 for a script to fill. React compares neither when it takes the page over.
 */
export function repairDeskPage(page: Buffer, status: number): Buffer {
  // Markup is ASCII, and in UTF-8 no byte of another character looks like it, so that the bytes need not be decoded.
  const html = page.toString("latin1").replace(/<(?:form|button|input) [^<>]*>/g, withoutEmptyAction)
  const said = words[status]
  return Buffer.from(said ? withWords(html, said) : html, "latin1")
}

const emptyPage = '<html id="__next_error__"'

/** No `main`: the page's own is in what the script fills in, and none may stand in a `noscript`. */
function withWords(html: string, [title, sentence]: [string, string]): string {
  if (!html.includes(emptyPage)) return html
  const said = `<div><h1>${title}</h1><p>${sentence}</p><p><a href="/desk">Back to the desk</a></p></div>`
  return html
    .replace(emptyPage, '<html lang="en" id="__next_error__"')
    .replace(/<body[^<>]*>/, (body) => `${body}<noscript>${said}</noscript>`)
}

/** With scripts, `components/desk/forbidden-note.tsx` and `app/not-found.tsx` say it. */
const words: Record<number, [string, string]> = {
  403: ["Your roles do not allow this", "Nothing was changed. An admin can give you another role."],
  404: ["There is no page at this address", "It may have been deleted, or may not be yours to see."],
  500: ["Something went wrong on our side", "Nothing you saved is lost. Please try again in a moment."],
}
