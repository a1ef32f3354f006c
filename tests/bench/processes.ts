import { execFileSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"

/** The embedded database's first process and its port, from the file it keeps. */
export function postmasterOf(dataDir: string): { pid: number; port: number } {
  const lines = fs.readFileSync(path.join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")
  return { pid: Number(lines[0]), port: Number(lines[3]) }
}

/**
 * Processor time of a process and its children so far, in milliseconds; null where /proc is not. The embedded database
 * is a child of the app that started it, so what an app used holds what its database used.
 */
export function cpuOf(pid: number): number | null {
  if (!fs.existsSync("/proc/self/stat")) return null
  return family(pid).reduce((sum, member) => sum + cpuOfOne(member), 0)
}

/**
 * Memory of a process and its children in bytes, what they share counted once, so an app's holds its embedded
 * database's; null where it cannot be read.
 */
export function memoryOf(pid: number): number | null {
  try {
    return family(pid).reduce((sum, member) => sum + proportionalSize(member), 0)
  } catch {
    return null
  }
}

/** What a piece of work cost a process: the difference between two readings. */
export async function cpuDuring<T>(
  pid: number,
  work: () => Promise<T>,
): Promise<{ result: T; cpu: number | null }> {
  const before = cpuOf(pid)
  const result = await work()
  const after = cpuOf(pid)
  return { result, cpu: before === null || after === null ? null : after - before }
}

/** Processor time of a process's first thread so far; null where /proc is not. */
export function cpuOfMainThread(pid: number): number | null {
  if (!fs.existsSync("/proc/self/stat")) return null
  return cpuOfOne(`${pid}/task/${pid}`)
}

function family(pid: number): number[] {
  const children = fs
    .readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((other) => Number(statOf(other)?.[1]) === pid)
  return [pid, ...children.flatMap(family)]
}

const tick = 1000 / ticksPerSecond()

function ticksPerSecond(): number {
  try {
    return Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" })) || 100
  } catch {
    return 100
  }
}

/** User and system time; what ended children used counts for none of them here. */
function cpuOfOne(pid: number | string): number {
  const stat = statOf(pid)
  return stat ? (Number(stat[11]) + Number(stat[12])) * tick : 0
}

/** The fields after the name, which may itself hold spaces and brackets. */
function statOf(pid: number | string): string[] | null {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, "utf8")
    return text.slice(text.lastIndexOf(")") + 2).split(" ")
  } catch {
    return null
  }
}

/** Memory of a process without its children, in bytes. */
export function proportionalSize(pid: number): number {
  try {
    const match = /^Pss:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))
    return Number(match?.[1] ?? 0) * 1024
  } catch (error) {
    // It ended since it was listed.
    if (!fs.existsSync(`/proc/${pid}`) || (error as NodeJS.ErrnoException).code === "ESRCH") return 0
    throw error
  }
}
