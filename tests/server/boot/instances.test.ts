import { spawn } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import { expect, test } from "vitest"
import { otherInstances } from "../../../server/boot/instances.mjs"

const root = path.join(import.meta.dirname, "../../..")

test("pages are not built anew under an instance that serves them, until it ends or is killed", async () => {
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    const instance = spawn(process.execPath, [
      "--input-type=module",
      "--eval",
      `import { announceInstance } from ${JSON.stringify(path.join(root, "server/boot/instances.mjs"))}
      announceInstance()
      process.once("SIGTERM", () => process.exit())
      setInterval(() => {}, 1000)
      console.log("serving")`,
    ])
    await once(instance.stdout, "data")
    expect(otherInstances()).toContain(instance.pid)
    instance.kill(signal)
    await once(instance, "exit")
    expect(otherInstances()).not.toContain(instance.pid)
  }
})
