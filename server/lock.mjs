import fs from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

/** The holder touches its lock this often; one untouched for five times as long has no holder. */
const beat = 2_000

/**
 * Runs `work` while no other process runs under the same lock file; others wait. A lock whose holder was
 * killed is taken over: at once where its process is seen to be gone, and after ten seconds elsewhere
 * (a process id means nothing across containers that share a folder).
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  while (!take(file)) {
    if (abandoned(file)) fs.rmSync(file, { force: true })
    else await sleep(100)
  }
  const touch = setInterval(() => fs.utimes(file, new Date(), new Date(), () => {}), beat)
  const drop = () => {
    if (holder(file) === process.pid) fs.rmSync(file, { force: true })
  }
  process.once("exit", drop)
  try {
    return await work()
  } finally {
    clearInterval(touch)
    process.removeListener("exit", drop)
    drop()
  }
}

function take(file) {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: "wx" })
    return true
  } catch (error) {
    if (error.code === "EEXIST") return false
    throw error
  }
}

function abandoned(file) {
  try {
    const { mtimeMs } = fs.statSync(file)
    const age = Date.now() - mtimeMs
    const pid = holder(file)
    // An empty file is one whose holder has made it and not yet written to it.
    if (!pid) return age > 5 * beat
    return age > 5 * beat || (pid !== process.pid && !alive(pid))
  } catch {
    return false
  }
}

function holder(file) {
  try {
    return Number(fs.readFileSync(file, "utf8"))
  } catch {
    return 0
  }
}

/** @param {number} pid */
export function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === "EPERM"
  }
}
