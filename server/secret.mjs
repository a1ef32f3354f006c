import { hkdfSync, randomBytes } from "node:crypto"
import fs from "node:fs"
import path from "node:path"

/**
 * The secret of this installation, made once and kept where only its owner reads it. Two processes that
 * ask for the first time at once get the same one.
 * @param {string} dataDir
 */
export function keptSecret(dataDir) {
  const file = path.join(dataDir, "auth-secret")
  const held = read(file)
  if (held) return held
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  fs.writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600 })
  try {
    // A link appears whole or not at all, and never replaces what is there.
    fs.linkSync(draft, file)
  } catch (error) {
    if (error.code !== "EEXIST") fs.copyFileSync(draft, file, fs.constants.COPYFILE_EXCL)
  } finally {
    fs.rmSync(draft, { force: true })
  }
  return read(file)
}

/**
 * What Next salts the ids of server actions with, and seals their bound values. Derived from the kept
 * secret for the build and the run alike, so that a form in a document older than the last deploy still works.
 * @param {string} secret
 */
export function actionKey(secret) {
  return Buffer.from(hkdfSync("sha256", secret, "masthead", "server-actions", 32)).toString("base64")
}

/**
 * The password of the app's role on a server that is not ours, so that all instances with one secret agree on it.
 * @param {string} secret
 */
export function databasePassword(secret) {
  return Buffer.from(hkdfSync("sha256", secret, "masthead", "database-password", 32)).toString("base64url")
}

function read(file) {
  try {
    return fs.readFileSync(file, "utf8").trim()
  } catch (error) {
    if (error.code === "ENOENT") return ""
    throw error
  }
}
