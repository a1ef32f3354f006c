import { setTimeout as pause } from "node:timers/promises"

/** A sleep that can be cut short; to wake what does not sleep cuts its next sleep. */
export function makeWakeableSleep() {
  let woken = false
  let cutShort = () => {}
  return {
    wake() {
      woken = true
      cutShort()
    },
    async sleep(milliseconds: number) {
      if (!woken) {
        const controller = new AbortController()
        cutShort = () => controller.abort()
        await pause(Math.max(milliseconds, 10), undefined, { signal: controller.signal }).catch(() => {})
      }
      woken = false
      cutShort = () => {}
    },
  }
}
