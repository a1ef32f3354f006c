import { readFileSync } from "node:fs"
import os from "node:os"

/** Seconds belong to a machine and to the hour; ratios and processor time travel further. */
export function machine(): string {
  const load = os.loadavg().map((figure) => figure.toFixed(1))
  const model = os.cpus()[0]?.model.trim() ?? "unknown processor"
  return `${os.cpus().length} × ${model}, Node ${process.version}, ${system()}, load ${load.join(" ")}`
}

function system(): string {
  try {
    return /^PRETTY_NAME="(.*)"$/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1] ?? os.platform()
  } catch {
    return os.platform()
  }
}
