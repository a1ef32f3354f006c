import { type ChildProcess, fork } from "node:child_process"
import { createServer } from "node:http"
import { execArgv } from "./exec-argv.ts"

export type BareNode = { url: string; pid: number; stop: () => Promise<void> }

/** Node's own server with one answer, in a process of its own: what a machine's Node can send at most. */
export function startBareNode(body: Buffer): Promise<BareNode> {
  const child = fork(import.meta.filename, { execArgv, serialization: "advanced" })
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("exit", (code) => reject(new Error(`Node's own server ended with ${code}.`)))
    child.once("message", (port) => {
      resolve({ url: `http://127.0.0.1:${port}/`, pid: child.pid ?? 0, stop: () => end(child) })
    })
    child.send(body)
  })
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve))
  child.kill("SIGTERM")
  await ended
}

function serve(body: Uint8Array): void {
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Encoding": "gzip",
    "Content-Length": body.length,
  }
  const server = createServer((_, res) => res.writeHead(200, headers).end(body))
  server.listen(0, "127.0.0.1", () => {
    const at = server.address()
    process.send?.(typeof at === "object" ? at?.port : null)
  })
}

if (process.argv[1] === import.meta.filename) process.once("message", (body) => serve(body as Uint8Array))
