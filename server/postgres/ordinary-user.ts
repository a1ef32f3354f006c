import { spawnSync } from "node:child_process"
import fs from "node:fs"

/** How a program is run by somebody who is not root: behind these words, or under these ids. */
export type Identity = { prefix: string[]; uid?: number; gid?: number }

/**
 * Postgres refuses to run as root. In a user namespace root is somebody else and keeps its access to
 * the checkout; where namespaces are forbidden, as in some containers, `nobody` has to do.
 */
export function ordinaryUser(): Identity {
  if (process.getuid?.() !== 0) return { prefix: [] }
  const namespace = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]
  if (spawnSync("unshare", [...namespace.slice(1), "true"]).status === 0) return { prefix: namespace }
  const number = (flag: string) => Number(spawnSync("id", [flag, "nobody"], { encoding: "utf8" }).stdout)
  return { prefix: [], uid: number("-u"), gid: number("-g") }
}

/** Hands files over to that user. */
export function handOver(user: Identity, ...files: string[]): void {
  if (user.uid === undefined || user.gid === undefined) return
  for (const file of files) fs.chownSync(file, user.uid, user.gid)
}
