import { hash, verify } from "@node-rs/argon2"

/**
 * Ten characters at least. Guessing online is limited to a few tries, so length has to hold only against a
 * stolen database, where argon2id makes each guess dear; eight is the floor of ASVS 6.2.1, and a longer
 * rule brings more notes stuck to screens than it brings safety.
 */
export const passwordLength = { min: 10, max: 256 }

/** A password's argon2id hash in PHC form, with the parameters OWASP names first. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalise(password), cost)
}

/**
 * Whether a password fits a hash. Without a hash (no such person, no password yet) the same work is done
 * against one that nothing fits, so that the time taken tells nothing (ASVS 6.3.8).
 */
export async function verifyPassword(kept: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID())
  // Longer than anyone can have set: still one hash, of a text that is short.
  const typed = password.length > passwordLength.max ? "" : normalise(password)
  const fits = await verify(kept ?? (await decoy), typed)
  return fits && typeof kept === "string" && typed !== ""
}

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

let decoy: Promise<string> | undefined

/** Keyboards spell one text in several ways (`é` as one sign or two); NFKC makes them one (NIST 800-63B). */
function normalise(password: string): string {
  return password.normalize("NFKC")
}
