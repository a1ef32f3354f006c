import type { Identity } from "./ordinary-user.ts"

/** What Postgres and its programs need of our environment; whatever else stands there is a secret or may be one. */
const passedOn = ["PATH", "TZ", "LD_LIBRARY_PATH", "SystemRoot", "TEMP", "TMP"]

export function spawnOptions(user: Identity) {
  // A copy whose type asks for nothing: Next adds NODE_ENV to every environment.
  const env: Record<string, string | undefined> = { LC_ALL: "C" }
  for (const name of passedOn) env[name] = process.env[name]
  return { uid: user.uid, gid: user.gid, env: env as NodeJS.ProcessEnv, cwd: "/" }
}
