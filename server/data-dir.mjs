import fs from "node:fs"
import path from "node:path"
import { StartupError } from "./startup-error.mjs"

/** Postgres allows 1,024 bytes for the paths of its files (MAXPGPATH). */
const longestPath = 800

/**
 * Makes DATA_DIR where it is missing, and writes to it once, so that a folder which cannot be used is named at once.
 * @param {string} dir
 * @throws {StartupError}
 */
export function prepareDataDir(dir) {
  if (Buffer.byteLength(dir) > longestPath)
    throw new StartupError(
      `DATA_DIR is too long a path: choose a folder whose path has ${longestPath} bytes at most.`,
    )
  try {
    makeFolder(dir)
    const probe = path.join(dir, `.writable-${process.pid}`)
    fs.writeFileSync(probe, "")
    fs.rmSync(probe)
  } catch (error) {
    throw dataDirError(error, dir)
  }
}

/**
 * @param {unknown} error
 * @param {string} dir
 * @returns {unknown} a sentence for an error of the file system, and any other error as it is
 */
export function dataDirError(error, dir) {
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  if (!/^E[A-Z0-9]+$/.test(code)) return error
  const why = reasons[code] ?? `cannot be used (${code})`
  return new StartupError(
    `DATA_DIR ${JSON.stringify(dir)} ${why}: choose a folder that this user can write to.`,
  )
}

const reasons = {
  ENOTDIR: "is a file or lies under one",
  EEXIST: "is not a folder",
  EACCES: "may not be written to by this user",
  EPERM: "may not be written to by this user",
  EROFS: "is on a read-only file system",
  ENAMETOOLONG: "has a name that is too long",
  ELOOP: "is a link that leads in a circle",
  ENOSPC: "is on a full disk",
  EDQUOT: "is on a full disk",
  ENOENT: "cannot be made",
}

/** Folder by folder: Node's own `recursive` never returns under /proc, which refuses with ENOENT (seen with Node 20). */
function makeFolder(dir) {
  if (fs.statSync(dir, { throwIfNoEntry: false })?.isDirectory()) return
  const parent = path.dirname(dir)
  if (parent !== dir) makeFolder(parent)
  try {
    fs.mkdirSync(dir, { mode: 0o700 })
  } catch (error) {
    // Another start was faster.
    if (error.code !== "EEXIST" || !fs.statSync(dir, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}
