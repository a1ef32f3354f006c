import "server-only"
import { type ChildProcess, fork } from "node:child_process"
import path from "node:path"
import { FairQueue } from "./fair-queue"
import { imageLimits } from "./limits"
import type { ImageProblem } from "./types"

type Task = { task: "inspect" | "variants" | "crop"; [field: string]: unknown }
type Usage = { userCPUTime: number; systemCPUTime: number; peakKilobytes: number }
type Told =
  | { what: "ready" }
  | { what: "memory"; rss: number }
  | { what: "step"; step: unknown }
  | { what: "done"; value: unknown; usage: Usage }
  | { what: "failed"; reason: string }

type TaskAnswer =
  | { ok: true; value: unknown; steps: unknown[]; usage: Usage }
  | { ok: false; problem: ImageProblem; steps: unknown[]; pid: number | undefined }

/** Memory that libvips has given back is not always the system's again, so a process is replaced after so many files. */
const filesPerProcess = 50
const idleMs = 20_000

/** In kilobytes. A process that has once held more is replaced: what it kept would count against the next file. */
const largestKept = 300_000

type Decoder = { child?: ChildProcess; files: number; idle?: NodeJS.Timeout; queue: FairQueue }

// On globalThis, since the server and Next's bundles each load their own copy of this file, and one process is enough.
const held = globalThis as { mastheadDecoder?: Decoder }
held.mastheadDecoder ??= { files: 0, queue: new FairQueue() }
const decoder = held.mastheadDecoder

/**
 * Runs a task in the decoding process, one at a time, the owners of tasks in turn. A process that ends, takes too long for a step, or takes too much
 * memory costs its own file only; the next gets a new one.
 */
export function runImageTask(task: Task, stepMs: number, owner: number): Promise<TaskAnswer> {
  return decoder.queue.run(owner, () => run(task, stepMs))
}

async function run(task: Task, stepMs: number): Promise<TaskAnswer> {
  clearTimeout(decoder.idle)
  const worker = usable()
  const answer = await new Promise<TaskAnswer>((resolve) => {
    const steps: unknown[] = []
    let timer = setTimeout(refuse, stepMs, "too-slow")

    function settle(settled: TaskAnswer) {
      clearTimeout(timer)
      worker.off("message", onMessage).off("exit", onExit).off("error", onExit)
      if (settled.ok || settled.problem === "broken") return resolve(settled)
      end()
      // What it was writing is complete or left behind for good only when it has ended.
      if (!worker.pid || worker.exitCode !== null || worker.signalCode !== null) resolve(settled)
      else worker.once("exit", () => resolve(settled))
    }
    function refuse(problem: ImageProblem) {
      settle({ ok: false, problem, steps, pid: worker.pid })
    }
    function onExit() {
      refuse("crashed")
    }
    function onMessage(told: Told) {
      if (told.what === "memory" && told.rss > imageLimits.memory) refuse("too-much-memory")
      if (told.what === "failed") refuse("broken")
      if (told.what === "done") settle({ ok: true, value: told.value, steps, usage: told.usage })
      if (told.what !== "step") return
      steps.push(told.step)
      clearTimeout(timer)
      timer = setTimeout(refuse, stepMs, "too-slow")
    }
    worker.on("message", onMessage).once("exit", onExit).once("error", onExit)
    worker.send(task, (error) => error && refuse("crashed"))
  })
  if (answer.ok && answer.usage.peakKilobytes > largestKept) end()
  decoder.idle = setTimeout(end, idleMs).unref()
  return answer
}

function usable(): ChildProcess {
  if (decoder.files >= filesPerProcess) end()
  if (!decoder.child?.connected) {
    decoder.child = start()
    decoder.files = 0
  }
  decoder.files++
  return decoder.child
}

function start(): ChildProcess {
  const entry = path.join(process.cwd(), "lib/media/images/image-process.mjs")
  const started = fork(/* turbopackIgnore: true */ entry, {
    // Nothing of the app's environment; fewer arenas keep glibc from holding on to freed memory.
    env: { NODE_ENV: "production", MALLOC_ARENA_MAX: "2" },
    execArgv: ["--max-old-space-size=128"],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  })
  // An unused process keeps no app from ending.
  started.unref()
  started.channel?.unref()
  started.on("error", () => undefined)
  return started
}

function end() {
  decoder.child?.kill("SIGKILL")
  decoder.child = undefined
}

/** The process decoding now, or kept for the next file. */
export function imageProcessId(): number | undefined {
  return decoder.child?.pid
}
