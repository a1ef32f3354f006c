import { fork } from "node:child_process"
import { execArgv } from "./exec-argv.ts"
import type { Reading, Waits } from "./readers-process.ts"

/** How long readers wait, measured from a process of their own. */
export function read(reading: Reading): Promise<Waits> {
  return new Promise((resolve, reject) => {
    const readers = fork(new URL("./readers-process.ts", import.meta.url), { execArgv })
    readers.once("message", (waits) => resolve(waits as Waits))
    readers.once("error", reject)
    readers.once("exit", (code) => reject(new Error(`The readers ended with ${code}.`)))
    readers.send(reading)
  })
}
