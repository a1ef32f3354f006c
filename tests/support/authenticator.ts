import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
} from "node:crypto"
import { isoCBOR } from "@simplewebauthn/server/helpers"

type Options = { challenge: string; rpId?: string; rp?: { id?: string } }

type Told = {
  /** Where the browser was, as it tells the authenticator. */
  origin?: string
  /** Whether it knew the person: a PIN, a face, a finger. */
  verified?: boolean
  /** The counter that it signs, where that is to be another than the next. */
  counter?: number
  /** Whom it says the passkey is of. */
  userHandle?: string
}

/** An authenticator with one passkey (WebAuthn, 6), which signs what it is told, also what a browser would never tell it. */
export class Authenticator {
  readonly id: Buffer
  counter = 0
  readonly #keys: ReturnType<typeof newKeys>
  readonly #home = process.env.SITE_URL ?? "http://localhost:3000"

  /** @param stolen a passkey of another authenticator, to be signed with here; without one it has its own */
  constructor(stolen?: { credentialId: string; privateKey: string }) {
    this.id = stolen ? Buffer.from(stolen.credentialId, "base64") : randomBytes(32)
    this.#keys = stolen ? keysFrom(stolen.privateKey) : newKeys()
  }

  /** Makes its passkey: what the form of a new passkey sends as `response`. */
  register(options: unknown, told: Told = {}) {
    const asked = options as Options
    const authData = Buffer.concat([this.#data(asked.rp?.id, told, 0x40), this.#publicKey()])
    const attestation = new Map<string, unknown>([
      ["fmt", "none"],
      ["attStmt", new Map()],
      ["authData", new Uint8Array(authData)],
    ])
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: this.#clientData("webauthn.create", asked, told),
        attestationObject: base64url(isoCBOR.encode(attestation as never)),
        transports: ["usb" as const],
      },
    }
  }

  /** Signs a challenge: what a form that asks for a passkey sends as `response`. */
  sign(options: unknown, told: Told = {}) {
    const asked = options as Options
    this.counter++
    const authData = this.#data(asked.rpId, told, 0)
    const clientDataJSON = this.#clientData("webauthn.get", asked, told)
    const hash = createHash("sha256").update(Buffer.from(clientDataJSON, "base64url")).digest()
    const { privateKey } = this.#keys
    // Chromium's own keys are Ed25519, which hashes by itself.
    const digest = privateKey.asymmetricKeyType === "ed25519" ? null : "sha256"
    const signature = sign(digest, Buffer.concat([authData, hash]), privateKey)
    return {
      ...this.#credential(),
      response: {
        clientDataJSON,
        authenticatorData: base64url(authData),
        signature: base64url(signature),
        ...(told.userHandle !== undefined && { userHandle: told.userHandle }),
      },
    }
  }

  #credential() {
    const id = base64url(this.id)
    return { id, rawId: id, type: "public-key" as const, clientExtensionResults: {} }
  }

  #clientData(type: string, { challenge }: Options, { origin = this.#home }: Told): string {
    return base64url(Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })))
  }

  #data(rpId: string | undefined, { verified = true, counter = this.counter }: Told, more: number): Buffer {
    const party = createHash("sha256")
      .update(rpId ?? new URL(this.#home).hostname)
      .digest()
    const rest = Buffer.alloc(5)
    // User present, and user verified.
    rest.writeUInt8(0x01 | (verified ? 0x04 : 0) | more)
    rest.writeUInt32BE(counter, 1)
    return Buffer.concat([party, rest])
  }

  #publicKey(): Buffer {
    const { x = "", y = "" } = this.#keys.publicKey.export({ format: "jwk" })
    const key = new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, "base64url"))],
      [-3, new Uint8Array(Buffer.from(y, "base64url"))],
    ])
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.id.length)
    return Buffer.concat([Buffer.alloc(16), length, this.id, isoCBOR.encode(key as never)])
  }
}

function newKeys() {
  return generateKeyPairSync("ec", { namedCurve: "P-256" })
}

function keysFrom(pkcs8: string): ReturnType<typeof newKeys> {
  const privateKey = createPrivateKey({ key: Buffer.from(pkcs8, "base64"), format: "der", type: "pkcs8" })
  return { privateKey, publicKey: createPublicKey(privateKey) }
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64url")
}
