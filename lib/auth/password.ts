import { hash, verify } from "@node-rs/argon2"

/** A password's argon2id hash in PHC form, with the parameters OWASP names first. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalise(password), cost)
}

/**
 * Whether a password fits a hash. Without a hash (no such person, no password yet) the same work is done
 * against one that nothing fits, so that the time taken tells nothing (ASVS 6.3.8).
 */
export async function verifyPassword(kept: string | null | undefined, password: string): Promise<boolean> {
  const fits = await verify(kept ?? decoy, normalise(password))
  return fits && typeof kept === "string"
}

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The hash of a text that was thrown away, made with the same cost. */
const decoy =
  "$argon2id$v=19$m=19456,t=2,p=1$7JXuuwGG8RZCHlVtGoPUXg$3QZds1+CZHSDtDHol9WluKIPnzk/AsRx3FFWf95apyg"

/**
 * Keyboards spell one text in several ways (`é` as one sign or two); NFKC makes them one (NIST 800-63B). No run of marks is
 * cut as in other text: every character of a password counts, and there are at most 256.
 */
function normalise(password: string): string {
  return password.normalize("NFKC")
}
