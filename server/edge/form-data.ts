/** No form of ours has as many fields, and what looks for a field looks through all of them. */
const mostParts = 128

/** As browsers write it, with nothing else: a parameter more could hide another boundary from us (RFC 2046 5.1.1). */
const multipart = /^multipart\/form-data;\s*boundary=(?:"([^"\s]{1,70})"|([^"\s;,]{1,70}))$/

/**
 * The fields of a multipart form, read by the parser that Next uses, so that both read the same. The parts are counted
 * before, since the parser's work grows faster than they do.
 * @returns null for what is no such form, or has more parts than any form of ours
 */
export async function readFormData(contentType: string, body: Buffer): Promise<FormData | null> {
  const [, quoted, plain] = multipart.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (!boundary || !hasFewParts(boundary, body)) return null
  const headers = { "content-type": contentType }
  return new Response(new Uint8Array(body), { headers }).formData().catch(() => null)
}

/** The fields of a form as it is sent without files and without scripts; null when it has too many. */
export function readUrlEncoded(body: Buffer): URLSearchParams | null {
  let fields = 1
  for (let at = body.indexOf("&"); at >= 0; at = body.indexOf("&", at + 1)) {
    if (++fields > mostParts) return null
  }
  return new URLSearchParams(body.toString("utf8"))
}

function hasFewParts(boundary: string, body: Buffer): boolean {
  const line = `--${boundary}`
  let parts = 0
  for (let at = body.indexOf(line); at >= 0; at = body.indexOf(line, at + line.length)) {
    if (++parts > mostParts + 1) return false
  }
  return true
}
