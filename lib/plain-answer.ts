/** A short answer for programs. */
export function plainAnswer(text: string, status: number): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  })
}

/** Sends people on to a page after a POST. The address stays relative: behind a proxy this process does not know its own name. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, "cache-control": "no-store" } })
}
