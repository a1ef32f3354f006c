import type { Encoding } from "./encodings.ts"
import { HttpMessage } from "./message.ts"

/** One encoding of a document, ready to send. */
export type Variant = {
  /** Its own validator first, then those of bodies that say the same in other bytes: who holds one has nothing to fetch. */
  etags: string[]
  headers: string[]
  notModified: string[]
  message: HttpMessage
}

type Encoded = {
  /** Those of the document, in whatever encoding. */
  headers: [string, string][]
  /** Of the plain body. */
  hash: string
  encoding: Encoding
  body: Buffer
  /** Whether the body is as small as brotli can make it. */
  smallest: boolean
}

/** Lays out the headers of one encoding, with a strong validator of its own. */
export function variantOf({ headers: given, hash, encoding, body, smallest }: Encoded): Variant {
  const tag = (suffix: string) => `"${hash}${encoding === "identity" ? "" : `-${encoding}${suffix}`}"`
  const etag = tag(smallest ? small : "")
  const shared = [...given, ["ETag", etag], ["Vary", "Accept-Encoding"]]
  const coded = encoding === "identity" ? [] : [["Content-Encoding", encoding]]
  const headers = [...shared, ...coded, ["Content-Length", String(body.length)]].flat() as string[]
  // A 304 says only what a cache has to know again (RFC 9110 15.4.5), and the validator.
  const brief = shared.filter(([name = ""]) => /^(vary|cache-control|strict-transport-security)$/i.test(name))
  return {
    etags: encoding === "br" ? [etag, tag(smallest ? "" : small)] : [etag],
    headers,
    notModified: brief.flat() as string[],
    message: new HttpMessage(headers, body),
  }
}

/** Marks the validator of the smallest brotli. */
const small = "-small"
