import { spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import fs from "node:fs"
import { StartupError } from "../startup-error.mjs"
import { passwordFile } from "./cluster-files.ts"
import { handOver, type Identity } from "./ordinary-user.ts"
import { spawnOptions } from "./spawn-options.ts"

/** Made beside its place and moved there whole, so that a start that is cut short leaves nothing half made. */
export function makeCluster(dir: string, initdb: string, user: Identity, options: { sync?: boolean }): void {
  const draft = `${dir}.new`
  fs.rmSync(draft, { recursive: true, force: true })
  fs.mkdirSync(draft, { recursive: true, mode: 0o700 })
  const password = `${draft}.password`
  fs.writeFileSync(password, randomBytes(24).toString("base64url"), { mode: 0o600 })
  handOver(user, draft, password)
  const [command = "", ...args] = [...user.prefix, initdb, "-D", draft, "-U", "masthead"]
  const settings = ["-A", "scram-sha-256", "-E", "UTF8", "--locale-provider=builtin"]
  const sync = options.sync === false ? ["--no-sync"] : []
  const made = spawnSync(
    command,
    [...args, "--pwfile", password, ...settings, "--builtin-locale=C.UTF-8", ...sync],
    { ...spawnOptions(user), encoding: "utf8" },
  )
  if (made.status !== 0) {
    throw new StartupError(
      "The embedded database could not be made; initdb says why above.",
      made.stderr ?? "",
    )
  }
  fs.renameSync(password, passwordFile(draft))
  fs.renameSync(draft, dir)
}
