import { Worker } from "node:worker_threads"
import type { CacheTag } from "../../db/cache-tags.ts"
import { logError } from "../log.ts"
import { StartupError } from "../startup-error.mjs"
import type { Opening } from "./edge.ts"

export type EdgeCommand =
  | { what: "take"; host: string; port: number; behindProxies: boolean }
  | { what: "open"; opening: Opening }
  | { what: "close"; patience: number }
export type EdgeReply = { what: EdgeCommand["what"] } & (
  | { port: number }
  | { error: unknown; startupError?: string }
)
export type EdgeNews = { what: "changed"; tag: CacheTag }

export type EdgeThread = {
  port: number
  open(opening: Opening): Promise<void>
  /** Drops what carries a cache tag. */
  changed(tag: CacheTag): void
  /** Lets running requests end, for so many milliseconds. */
  close(patience: number): Promise<void>
}

/**
 * The edge in a thread of its own: a held document never waits for a page that is being rendered, and it is free of
 * what rendering costs every request of its thread (on Node 20, Next's AsyncLocalStorage: a third of a held document's time).
 * A thread that ends by itself takes the process along, as any uncaught error does.
 * @throws {StartupError} when the port cannot be had
 */
export async function startEdgeThread(
  host: string,
  port: number,
  behindProxies: boolean,
): Promise<EdgeThread> {
  const thread = new Worker(new URL("./edge-worker.mjs", import.meta.url), {
    // Of what this thread allocates next to nothing lives on, so that V8's usual 48 MB for it would only be filled. What
    // clients send and were refused lies outside of it, and is freed no earlier than it is looked through.
    resourceLimits: { maxYoungGenerationSizeMb: 3 },
  })
  let closing = false
  thread.on("error", (error) => {
    logError("the edge failed", error)
    process.exit(1)
  })
  thread.on("exit", () => {
    if (!closing) process.exit(1)
  })

  function command(order: EdgeCommand): Promise<number> {
    return new Promise((resolve, reject) => {
      const onReply = (reply: EdgeReply) => {
        if (reply.what !== order.what) return
        thread.off("message", onReply)
        if ("port" in reply) resolve(reply.port)
        else reject(reply.startupError ? new StartupError(reply.startupError) : reply.error)
      }
      thread.on("message", onReply)
      thread.once("exit", () => reject(new Error("The edge thread has ended.")))
      thread.postMessage(order)
    })
  }

  return {
    port: await command({ what: "take", host, port, behindProxies }),
    async open(opening) {
      await command({ what: "open", opening })
    },
    changed(tag) {
      thread.postMessage({ what: "changed", tag } satisfies EdgeNews)
    },
    async close(patience) {
      closing = true
      await command({ what: "close", patience })
      await thread.terminate()
    },
  }
}
