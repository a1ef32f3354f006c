import type { Identity } from "./ordinary-user.ts"

/**
 * Has glibc give memory back as it is freed, where it would keep what a connection once needed for one large query:
 * a quarter of what the busiest connections held. Elsewhere nothing reads it.
 */
const allocator = { MALLOC_TRIM_THRESHOLD_: "131072", MALLOC_MMAP_THRESHOLD_: "131072" }

/** What Postgres and its programs need of our environment; whatever else stands there is a secret or may be one. */
const passedOn = ["PATH", "TZ", "LD_LIBRARY_PATH", "SystemRoot", "TEMP", "TMP"]

export function spawnOptions(user: Identity) {
  // A copy whose type asks for nothing: Next adds NODE_ENV to every environment.
  const env: Record<string, string | undefined> = { LC_ALL: "C", ...allocator }
  for (const name of passedOn) env[name] = process.env[name]
  return { uid: user.uid, gid: user.gid, env: env as NodeJS.ProcessEnv, cwd: "/" }
}
