import { mac } from "@/lib/secrets"

/** Keyed hash of who said what, with case and white space folded: the same words again are one comment. */
export function commentFingerprint(said: { emailHash: Buffer; name: string; body: string }): Buffer {
  return mac(
    "comment-fingerprint",
    [said.emailHash.toString("hex"), fold(said.name), fold(said.body)].join("\n"),
  )
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim()
}
