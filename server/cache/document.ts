import { createHash } from "node:crypto"
import { compress, unpack } from "./compress.ts"
import { type Encoding, isCompressible } from "./encodings.ts"
import { shrinkLater } from "./shrink-queue.ts"
import { type Variant, variantOf } from "./variant.ts"

/** What rendering gave: a body that is whole, and what is said about it. `policy`: of a page that needs another than a reader's. */
export type RenderedResponse = { status: number; headers: [string, string][]; body: Buffer; policy?: string }

const isFeed = /^application\/(rss\+xml|feed\+json)/

/** A page that has so many readers is worth the work of the smallest encoding; one that only a crawler saw is not. */
const often = 2

/**
 * An answer to be sent many times. Each encoding is made when it is first asked for, with a strong validator of its own
 * (RFC 9110 8.8.3) and headers laid out flat; who takes no encoding, which few do, gets it unpacked anew.
 */
export class Document {
  readonly status: number
  /** Cache tags: a change of one drops it. */
  readonly tags: readonly string[]
  /** Its bytes in memory, once all its encodings are made. */
  readonly size: number
  readonly #headers: [string, string][]
  readonly #hash: string
  readonly #variants: Partial<Record<Encoding, Variant>> = {}
  readonly #packing: Partial<Record<Encoding, Promise<Variant>>> = {}
  readonly #quality: number | undefined
  /** The second in which a feed was made: many of its readers ask by date. */
  readonly #made: number | undefined
  #sent = 0
  #dropped = false

  private constructor(
    status: number,
    tags: readonly string[],
    headers: [string, string][],
    hash: string,
    size: number,
    quality?: number,
  ) {
    this.status = status
    this.tags = tags
    this.#headers = headers
    this.#hash = hash
    this.size = size
    this.#quality = quality
    if (headers.some(([name, value]) => name.toLowerCase() === "content-type" && isFeed.test(value)))
      this.#made = Math.floor(Date.now() / 1000) * 1000
  }

  /**
   * @param headers those of every answer of this kind
   * @param first the encoding that is asked for
   * @param quality of brotli, for what is made once and for all
   */
  static async make(
    answer: RenderedResponse,
    headers: [string, string][],
    tags: readonly string[],
    first: Encoding,
    quality?: number,
  ): Promise<Document> {
    const { status, body } = answer
    const hash = createHash("sha256").update(body).digest("base64url").slice(0, 22)
    const all = [...answer.headers, ...headers]
    const type = all.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? ""
    if (!isCompressible(type) || body.length < 512) {
      const whole = new Document(status, tags, all, hash, body.length)
      const only = whole.#variant("identity", body)
      Object.assign(whole.#variants, { identity: only, gzip: only, br: only })
      return whole
    }
    const encoding = first === "identity" ? "gzip" : first
    const packed = await compress(body, encoding, quality)
    // What gzip and brotli make of a text differs by a fifth.
    const document = new Document(status, tags, all, hash, Math.ceil(packed.length * 2.4), quality)
    document.#variants[encoding] = document.#variant(encoding, packed)
    return document
  }

  /** The encoding, if it is at hand. */
  held(encoding: Encoding): Variant | undefined {
    if (encoding === "br" && this.#quality === undefined && ++this.#sent === often) shrinkLater(this)
    return this.#variants[encoding]
  }

  /**
   * The header that says when it changed. Not within that very second, in which it may change once more: who got the
   * date then would never hear of that (RFC 9110 8.8.2.2).
   */
  lastModified(): string[] {
    if (this.#made === undefined || Date.now() - this.#made < 1000) return []
    return ["Last-Modified", new Date(this.#made).toUTCString()]
  }

  /** It was taken off the shelf; no more work is worth while. */
  drop(): void {
    this.#dropped = true
  }

  /** The encoding; made once, however many ask for it meanwhile. */
  async pack(encoding: Encoding): Promise<Variant> {
    this.#packing[encoding] ??= this.#unpacked()
      .then((body) => (encoding === "identity" ? body : compress(body, encoding, this.#quality)))
      .then((packed) => {
        const variant = this.#variant(encoding, packed)
        // Plain text is the largest and the least asked for, so it is shared by those who wait and not kept.
        if (encoding !== "identity") this.#variants[encoding] = variant
        return variant
      })
      .finally(() => delete this.#packing[encoding])
    return this.#packing[encoding]
  }

  /** The smallest brotli costs eighty times the first one, for a fifth fewer bytes. */
  async shrink(): Promise<void> {
    const now = this.#variants.br
    if (this.#dropped || !now?.headers.includes("br")) return
    const packed = await compress(await this.#unpacked(), "br", 11)
    if (packed.length < now.message.body.length) this.#variants.br = this.#variant("br", packed, true)
  }

  #unpacked(): Promise<Buffer> {
    const { gzip, br } = this.#variants
    if (gzip) return unpack(gzip.message.body, "gzip")
    if (br) return unpack(br.message.body, "br")
    throw new Error("A document always holds one encoding.")
  }

  #variant(encoding: Encoding, body: Buffer, smallest = false): Variant {
    return variantOf({ headers: this.#headers, hash: this.#hash, encoding, body, smallest })
  }
}
