import fs from "node:fs"
import path from "node:path"

export type Postmaster = { pid: number; port: number; ready: boolean; isPostgres: boolean }

/** What `postmaster.pid` says of the server on this folder; it may be long dead. */
export function readPostmaster(dir: string): Postmaster | null {
  try {
    const lines = fs.readFileSync(path.join(dir, "postmaster.pid"), "utf8").split("\n")
    const pid = Number(lines[0])
    if (!Number.isInteger(pid) || pid <= 0) return null
    return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready", isPostgres: isPostgres(pid) }
  } catch {
    return null
  }
}

/**
 * Takes away a pid file whose number meanwhile belongs to another program, as happens to containers,
 * where numbers begin anew: Postgres would refuse to start for ever. Only where it can be seen that no
 * process, also no last child of a killed server, still works in the folder; elsewhere a person must look.
 */
export function removeStalePidFile(dir: string): void {
  const named = readPostmaster(dir)
  if (!named || named.isPostgres || process.platform !== "linux") return
  if (!fs.readdirSync("/proc").some((pid) => workingIn(pid, dir))) {
    fs.rmSync(path.join(dir, "postmaster.pid"), { force: true })
  }
}

function isPostgres(pid: number): boolean {
  if (process.platform !== "linux") return true
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres")
  } catch {
    return false
  }
}

function workingIn(pid: string, dir: string): boolean {
  try {
    return /^\d+$/.test(pid) && fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(dir)
  } catch {
    return false
  }
}
