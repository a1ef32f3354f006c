import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto"

/** What a key is for. One purpose's key never opens or signs another's. */
export type Purpose =
  | "address"
  | "address-lookup"
  | "network"
  | "comment-token"
  | "comment-fingerprint"
  | "confirm-token"
  | "preferences-token"
  | "unsubscribe-token"
  | "prove-token"
  | "mine-token"
  | "stop-token"
  | "commenter-token"
  | "rate-limit"
  | "form-age"
  | "device"
  | "totp"
  | "passkey-user"
  | "bulk-answer"

/**
 * The 256-bit key for one purpose, derived from `AUTH_SECRET` by HKDF (RFC 5869).
 * `server/` puts the kept secret into the environment before anything else runs.
 * @throws when no secret is set, which is a bug of the caller's set-up.
 */
function keyFor(purpose: Purpose): Buffer {
  const secret = process.env.AUTH_SECRET
  if (!secret) throw new Error("AUTH_SECRET is not set")
  const id = `${purpose}\n${secret}`
  let key = keys.get(id)
  if (!key) {
    key = Buffer.from(hkdfSync("sha256", secret, "masthead", purpose, 32))
    keys.set(id, key)
  }
  return key
}

const keys = new Map<string, Buffer>()

/** What is kept of a token or challenge. A plain hash is enough: nobody guesses 192 random bits or more from it. */
export function sha256(token: string | Buffer): Buffer {
  return createHash("sha256").update(token).digest()
}

/** HMAC-SHA-256 (RFC 2104) of a text under the purpose's key. */
export function keyedHash(purpose: Purpose, text: string): Buffer {
  return createHmac("sha256", keyFor(purpose)).update(text).digest()
}

/** Compares in constant time (ASVS 11.2.4); different lengths are simply different. */
export function sameBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Encrypts with AES-256-GCM: 12 bytes of nonce, 16 of tag, then the text. */
export function encrypt(purpose: Purpose, text: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce)
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/**
 * Decrypts what `encrypt` made.
 * @throws when the bytes were changed or sealed under another secret or purpose.
 */
export function decrypt(purpose: Purpose, sealed: Buffer): string {
  const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8")
}
