import { randomBytes } from "node:crypto"
import fs from "node:fs"
import { createServer, type Server } from "node:http"
import os from "node:os"
import path from "node:path"
import { StartupError } from "../startup-error.mjs"

export type UpstreamSocket = { server: Server; socketPath: string; close(): Promise<void> }

/** Listens where only this user's processes can connect, and where no port of the machine is taken. */
export async function listenOnSocket(): Promise<UpstreamSocket> {
  // The edge has bounded and timed what comes in; a connection that it holds is not ended under its hands.
  const server = createServer({
    keepAliveTimeout: 0,
    headersTimeout: 0,
    requestTimeout: 0,
    maxHeaderSize: 64 * 1024,
  })
  // Beyond a count Node would drop headers in silence, and ours come last; the edge has bounded their bytes.
  server.maxHeadersCount = 0
  const { socketPath, remove } = makePath()
  process.once("exit", remove)
  await new Promise<void>((resolve, reject) => {
    server.once("error", () =>
      reject(
        new StartupError(
          `No socket can be made at ${socketPath}: set TMPDIR to a short path that is writable.`,
        ),
      ),
    )
    server.listen(socketPath, resolve)
  })
  return {
    server,
    socketPath,
    async close() {
      process.off("exit", remove)
      server.close()
      server.closeAllConnections()
      remove()
    },
  }
}

function makePath() {
  if (process.platform === "win32") {
    return { socketPath: `\\\\.\\pipe\\masthead-${randomBytes(12).toString("hex")}`, remove: () => {} }
  }
  // Not in DATA_DIR: a socket's path may have 104 bytes. The folder is this user's alone (mode 0700).
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "masthead-"))
  return {
    socketPath: path.join(folder, "socket"),
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  }
}
