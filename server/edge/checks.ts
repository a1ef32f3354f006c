import type { MessagePort } from "node:worker_threads"

/** Whether the thread that renders turns, and whether its database answers. */
export type Checks = { alive(): Promise<unknown>; ready(): Promise<unknown> }

type Asked = { id: number; what: keyof Checks }
type Told = { id: number; well: boolean }

/** Answers what `remoteChecks` asks through the other end of the port. */
export function answerChecks(port: MessagePort, checks: Checks): void {
  port.on("message", async ({ id, what }: Asked) => {
    const well = await checks[what]().then(
      () => true,
      () => false,
    )
    port.postMessage({ id, well } satisfies Told)
  })
}

/** The checks of the other end. However many ask at once, one question is on its way. */
export function remoteChecks(port: MessagePort): Checks {
  const waiting = new Map<number, (well: boolean) => void>()
  const asking: Partial<Record<keyof Checks, Promise<void>>> = {}
  let last = 0
  port.on("message", ({ id, well }: Told) => {
    waiting.get(id)?.(well)
    waiting.delete(id)
  })
  const ask = (what: keyof Checks) => {
    asking[what] ??= new Promise<void>((resolve, reject) => {
      const id = ++last
      waiting.set(id, (well) => (well ? resolve() : reject(new Error(`not ${what}`))))
      port.postMessage({ id, what } satisfies Asked)
    }).finally(() => delete asking[what])
    return asking[what]
  }
  return { alive: () => ask("alive"), ready: () => ask("ready") }
}
