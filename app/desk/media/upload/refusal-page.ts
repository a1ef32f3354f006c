import { html } from "@/lib/text/html"

/** Says in a page of its own why files were not taken, with a way back; for forms that are sent without scripts. */
export function refusalPage(sentences: readonly string[], back: { href: string; label: string }): Response {
  const page = html`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Not uploaded</title><h1>Not uploaded</h1>${sentences.map((sentence) => html`<p>${sentence}</p>`)}<p><a href="${back.href}">${back.label}</a></p></html>`
  return new Response(page.toString(), {
    status: 422,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  })
}
