import { keyedHash } from "@/lib/secrets"
import { normalise } from "@/lib/text/normalise"

type Words = { emailHash: Buffer; name: string; body: string }

/**
 * Keyed hash of who said what, with case and white space folded: the same words again are one comment.
 * @param apart what sets the same words under the same address apart where they need not be the same person's: the
 *   network they came from, or a comment's number
 */
export function commentFingerprint({ emailHash, name, body }: Words, apart = ""): Buffer {
  const parts = [emailHash.toString("hex"), fold(name), fold(body)]
  return keyedHash("comment-fingerprint", [...parts, ...(apart ? [`apart ${apart}`] : [])].join("\n"))
}

function fold(text: string): string {
  return normalise(text, "NFKC").toLowerCase().replace(/\s+/g, " ").trim()
}
