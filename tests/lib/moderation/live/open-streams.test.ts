import { expect, test } from "vitest"
import { countStream } from "@/lib/moderation/live/open-streams"

test("one person's ninth open queue ends their oldest, and nobody else's", () => {
  const ended: string[] = []
  const leave = new Map<string, () => void>()
  const open = (staffId: number, name: string) => {
    const end = () => {
      ended.push(name)
      leave.get(name)?.()
    }
    leave.set(name, countStream(staffId, { end, recheck: () => {} }))
  }
  open(1, "a colleague's")
  for (let n = 1; n <= 10; n++) open(2, `queue ${n}`)
  expect(ended).toEqual(["queue 1", "queue 2"])
  leave.get("queue 3")?.()
  open(2, "queue 11")
  expect(ended).toEqual(["queue 1", "queue 2"])
})
