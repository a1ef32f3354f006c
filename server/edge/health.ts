/** "busy": the rendering thread answered, but not within a second; "dead": it has not answered for a minute. */
export type Health = "ok" | "busy" | "dead"

const bounds = { beat: 5_000, soon: 1_000, dead: 60_000 }

export type HealthWatch = { health(): Promise<Health>; stop(): void }

/**
 * Tells a busy app from a dead one: asks every few seconds whether the rendering thread turns, and remembers when it last
 * answered. A restart helps a dead app, and takes from a busy one what it was working on.
 */
export function watchHealth(
  alive: () => Promise<unknown>,
  now: () => number = Date.now,
  soon = bounds.soon,
): HealthWatch {
  let answered = now()
  const ask = async () => {
    await alive()
    answered = now()
  }
  const timer = setInterval(() => ask().catch(() => {}), bounds.beat)
  timer.unref()
  return {
    async health() {
      if (await settlesWithin(soon, ask())) return "ok"
      return now() - answered < bounds.dead ? "busy" : "dead"
    },
    stop: () => clearInterval(timer),
  }
}

/** Whether something is done within so many milliseconds. */
export async function settlesWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  const done = work.then(
    () => true,
    () => false,
  )
  return Promise.race([done, late]).finally(() => clearTimeout(timer))
}
