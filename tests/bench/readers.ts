import { fork } from "node:child_process"
import type { Reading, Waits } from "./readers-process.ts"

/** How long readers wait, measured from a process of their own. */
export function read(reading: Reading): Promise<Waits> {
  return new Promise((resolve, reject) => {
    const readers = fork(new URL("./readers-process.ts", import.meta.url))
    readers.once("message", (waits) => resolve(waits as Waits))
    readers.once("error", reject)
    readers.once("exit", (code) => reject(new Error(`The readers ended with ${code}.`)))
    readers.send(reading)
  })
}
