import { randomInt } from "node:crypto"

const digits = "abcdefghijklmnopqrstuvwxyz234567"

/** A picture's part of its files' addresses: 26 digits of base32 (RFC 4648), 130 bits, which nobody guesses. */
export function makeKey(): string {
  return Array.from({ length: 26 }, () => digits[randomInt(digits.length)]).join("")
}

/** What was uploaded; it is never served. */
export const originalName = (key: string): string => `originals/${key}`

/** What readers are sent lies under this name. */
export const folderName = (key: string): string => `files/${key}`

/** The names that are made here, as far as the key. */
const ours = /^(?:files|originals)\/([a-z2-7]{26})(?=\/|$)/

/** What is removed with a stored file, and by which key it is kept; null for a name that was not made here. */
export function keptBy(name: string): { folder: string; key: string } | null {
  const [folder, key] = ours.exec(name) ?? []
  return folder && key ? { folder, key } : null
}

/** A file's own name: its size, and a hash of its content. */
const file = /^\d{1,5}(?:x\d{1,5})?-[0-9a-f]{8}\.(avif|webp|jpg)$/

const types: Record<string, string> = { avif: "image/avif", webp: "image/webp", jpg: "image/jpeg" }

/** The content type of what readers are sent, by its name; null for any other name. */
export function fileType(name: string): string | null {
  const [, ending = ""] = file.exec(name.split("/").at(-1) ?? "") ?? []
  return types[ending] ?? null
}

/** Reads the address of a file, `/media/KEY/NAME`. */
export function readAddress(pathname: string): { key: string; name: string; type: string } | null {
  const [, key = "", name = ""] = /^\/media\/([a-z2-7]{26})\/([^/]+)$/.exec(pathname) ?? []
  const type = fileType(name)
  return key && type ? { key, name: `${folderName(key)}/${name}`, type } : null
}
