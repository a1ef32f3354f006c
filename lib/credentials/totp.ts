import { Secret, TOTP } from "otpauth"
import encodeQR from "qr"
import { decrypt, encrypt } from "@/lib/secrets"

const seconds = 30

/** A new key of 160 random bits (RFC 4226, 4), as authenticator apps take it. */
export function newTotpKey(): string {
  return new Secret({ size: 20 }).base32
}

export function sealTotpKey(key: string): Buffer {
  return encrypt("totp", key)
}

/** @throws when the secret of this installation is another than the one it was sealed with */
export function openTotpKey(sealed: Buffer): string {
  return decrypt("totp", sealed)
}

/**
 * The time step that a code belongs to, or `null` for a code of no step near now. One step before and after count too:
 * the clocks of phones differ, and people type slowly (RFC 6238, 5.2).
 */
export function stepOfCode(key: string, code: string, now = Date.now()): number | null {
  const totp = new TOTP({ secret: Secret.fromBase32(key), period: seconds })
  const delta = totp.validate({ token: code, timestamp: now, window: 1 })
  return delta === null ? null : Math.floor(now / 1000 / seconds) + delta
}

type Account = { key: string; email: string; publicationName: string }

/** The key as an `otpauth:` address, which an authenticator app on the same device opens. */
export function totpAddress({ key, email, publicationName }: Account): string {
  const issuer = publicationName.replaceAll(":", " ")
  return new TOTP({ issuer, label: email, secret: Secret.fromBase32(key) }).toString()
}

/** That address as a picture to scan: an SVG in an address of its own, so that the page loads nothing. */
export function totpPicture(address: string): string {
  const svg = encodeQR(address, "svg", { border: 4 })
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`
}

/** In groups of four, to be typed. */
export function spacedKey(key: string): string {
  return key.replace(/.{4}(?=.)/g, "$& ")
}
