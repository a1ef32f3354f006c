import fs from "node:fs"
import path from "node:path"
import { alive } from "../lock.mjs"
import { root } from "./digest.mjs"

const folder = path.join(root, ".cache", "instances")

/** An instance touches its file this often; one untouched for five times as long was killed. */
const beat = 5_000

/** Says, until this process ends, that it serves the pages that are built in this folder. */
export function announceInstance() {
  const file = path.join(folder, String(process.pid))
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(file, "")
  setInterval(() => fs.utimes(file, new Date(), new Date(), () => {}), beat).unref()
  process.once("exit", () => fs.rmSync(file, { force: true }))
}

/**
 * The process ids of instances, other than this one, that serve the pages of this folder. They read chunks of them when a
 * page is first asked for, so another build in their place would answer their readers with errors.
 * @returns {number[]}
 */
export function otherInstances() {
  if (!fs.existsSync(folder)) return []
  return fs.readdirSync(folder).map(Number).filter(isRunning)
}

/** @param {number} pid */
function isRunning(pid) {
  const file = path.join(folder, String(pid))
  const touched = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const running = Date.now() - touched < 5 * beat && alive(pid)
  if (!running) fs.rmSync(file, { force: true })
  return running && pid !== process.pid
}
