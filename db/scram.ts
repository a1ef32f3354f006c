import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto"

/**
 * What Postgres keeps of a password (SCRAM-SHA-256, RFC 5803), made here so that the password itself is in no statement
 * that the server may log. For passwords in ASCII.
 */
export function scramVerifier(password: string): string {
  const [iterations, salt] = [4096, randomBytes(16)]
  const salted = pbkdf2Sync(password, salt, iterations, 32, "sha256")
  const hmac = (text: string) => createHmac("sha256", salted).update(text).digest()
  const storedKey = createHash("sha256").update(hmac("Client Key")).digest("base64")
  return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${storedKey}:${hmac("Server Key").toString("base64")}`
}
