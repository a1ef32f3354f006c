import { createHash } from "node:crypto"
import fs from "node:fs"
import path from "node:path"

export const root = path.join(import.meta.dirname, "../..")

/**
 * One value for the contents of files and folders under the root: contents and not dates, since a
 * checkout or a copy changes dates. What is missing counts as empty.
 * @param {string[]} names
 * @param {string[]} also anything else that makes a difference
 */
export function digest(names, also = []) {
  const hash = createHash("sha256")
  for (const value of also) hash.update(`${value}\0`)
  for (const file of names.flatMap(list).sort()) {
    hash.update(`${file}\0`)
    hash.update(fs.readFileSync(path.join(root, file)))
  }
  return hash.digest("hex").slice(0, 32)
}

function list(name) {
  const at = path.join(root, name)
  if (!fs.existsSync(at)) return []
  if (!fs.statSync(at).isDirectory()) return [name]
  return fs
    .readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
}
