import { setTimeout as pause } from "node:timers/promises"

/** A sleep that can be cut short; a ring while awake cuts the next one. */
export function makeBell() {
  let rung = false
  let wake = () => {}
  return {
    ring() {
      rung = true
      wake()
    },
    async wait(milliseconds: number) {
      if (!rung) {
        const alarm = new AbortController()
        wake = () => alarm.abort()
        await pause(Math.max(milliseconds, 10), undefined, { signal: alarm.signal }).catch(() => {})
      }
      rung = false
      wake = () => {}
    },
  }
}
