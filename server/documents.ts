import { createHash } from "node:crypto"
import { LRUCache } from "lru-cache"
import { compress, type Encoding, isCompressible } from "./encodings.ts"
import { Message } from "./message.ts"
import { dependsOn } from "./places.ts"

/** One encoding of a document, ready to send. */
export type Variant = {
  etag: string
  headers: string[]
  notModified: string[]
  /** Null where the body is unpacked for the few who ask. */
  body: Buffer | null
  message: Message | null
}

export type Document = {
  places: readonly string[]
  size: number
  variants: Record<Encoding, Variant>
}

/** What rendering it gave: a body that is whole, and what is said about it. */
export type Answer = { status: number; headers: [string, string][]; body: Buffer }

/**
 * The documents held in memory, bounded by bytes. Each may vanish at any moment; what is held is right,
 * since whatever changed a place it depends on has dropped it.
 */
export class Documents {
  readonly #front: LRUCache<string, Document>
  readonly #back: LRUCache<string, Document>

  constructor(maxBytes = 64 * 1024 * 1024) {
    const shelf = (maxSize: number) =>
      new LRUCache<string, Document>({
        maxSize,
        maxEntrySize: Math.floor(maxBytes / 16),
        sizeCalculation: (document, key) => document.size + key.length + 1000,
      })
    this.#front = shelf(Math.floor(maxBytes * 0.75))
    this.#back = shelf(Math.floor(maxBytes * 0.25))
  }

  get(key: string): Document | undefined {
    return this.#front.get(key) ?? this.#back.get(key)
  }

  set(key: string, document: Document, shelf: "front" | "back"): void {
    if (shelf === "front") this.#front.set(key, document)
    else this.#back.set(key, document)
  }

  /** Drops all that depends on a place. */
  drop(place: string): void {
    for (const shelf of [this.#front, this.#back]) {
      for (const [key, document] of shelf.entries()) {
        if (dependsOn(document.places, place)) shelf.delete(key)
      }
    }
  }

  get bytes(): number {
    return this.#front.calculatedSize + this.#back.calculatedSize
  }

  get count(): number {
    return this.#front.size + this.#back.size
  }
}

/**
 * Makes an answer ready to be sent many times: compressed once, with a strong validator per encoding
 * (RFC 9110 8.8.3) and headers laid out flat.
 * @param headers those of every answer of this kind
 */
export async function makeDocument(
  answer: Answer,
  headers: [string, string][],
  places: readonly string[],
  brotliQuality?: number,
): Promise<Document> {
  const hash = createHash("sha256").update(answer.body).digest("base64url").slice(0, 22)
  const all = [...answer.headers, ...headers]
  const type = all.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? ""
  const plain = variant(all, hash, "identity", answer.body.length)
  if (!isCompressible(type) || answer.body.length < 512) {
    const whole = withBody(plain, answer.body)
    return { places, size: answer.body.length, variants: { identity: whole, gzip: whole, br: whole } }
  }
  const packed = await compress(answer.body, brotliQuality)
  const gzip = withBody(variant(all, hash, "gzip", packed.gzip.length), packed.gzip)
  const br = withBody(variant(all, hash, "br", packed.br.length), packed.br)
  return { places, size: packed.gzip.length + packed.br.length, variants: { identity: plain, gzip, br } }
}

function withBody(variant: Variant, packed: Buffer): Variant {
  const message = new Message(variant.headers, packed)
  return { ...variant, message, body: message.body }
}

function variant(headers: [string, string][], hash: string, encoding: Encoding, length: number): Variant {
  const etag = encoding === "identity" ? `"${hash}"` : `"${hash}-${encoding}"`
  const shared = [...headers, ["ETag", etag], ["Vary", "Accept-Encoding"]]
  const coded = encoding === "identity" ? [] : [["Content-Encoding", encoding]]
  const full = [...shared, ...coded, ["Content-Length", String(length)]]
  // A 304 says only what a cache has to know again (RFC 9110 15.4.5).
  const brief = shared.filter(([name = ""]) =>
    /^(etag|vary|cache-control|strict-transport-security)$/i.test(name),
  )
  return {
    etag,
    body: null,
    message: null,
    headers: full.flat() as string[],
    notModified: brief.flat() as string[],
  }
}
