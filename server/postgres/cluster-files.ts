import { randomBytes } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import type { AppRole } from "../../db/app-role.ts"

export function passwordFile(dir: string): string {
  return path.join(dir, "masthead-password")
}

/** Made when it is missing, also beside a database that is older than the role. Called under the folder's lock. */
export function keptAppRole(dir: string): AppRole {
  const file = path.join(dir, "masthead-app-password")
  if (!fs.existsSync(file)) {
    const draft = `${dir}.app-password`
    fs.writeFileSync(draft, randomBytes(24).toString("base64url"), { mode: 0o600 })
    fs.renameSync(draft, file)
  }
  return { name: "masthead_app", password: readIfThere(file), ownServer: true }
}

/** Holds the process id of the app that started the server. */
export function starterFile(dir: string): string {
  return `${dir}.starter`
}

/** The superuser's URL. */
export function clusterUrl(dir: string, port: number): string {
  const password = readIfThere(passwordFile(dir)) || readIfThere(`${dir}.password`)
  return `postgres://masthead:${password}@127.0.0.1:${port}/postgres`
}

export function readIfThere(file: string): string {
  try {
    return fs.readFileSync(file, "utf8").trim()
  } catch {
    return ""
  }
}
