import { expect, test } from "vitest"
import { announcement } from "@/components/moderation/queue/sentences"
import { undoneSentence } from "@/lib/moderation/bulk/messages"
import type { QueueItem } from "@/lib/moderation/types"

const undo = { decision: "undo" } as Parameters<typeof announcement>[0]

test("whoever presses Undo is answered that it is undone, of one comment and of many", () => {
  const before = { denial: null } as QueueItem
  const after = { name: "Ann", standing: null } as QueueItem
  expect(announcement(undo, before, after)).toBe("Undone: Ann’s comment.")
  expect(undoneSentence({ action: "approved", decided: 2, restored: 2 })).toBe(
    "Undone: 2 comments are as they were before.",
  )
  expect(undoneSentence({ action: "banned", decided: 1, restored: 1 })).toBe(
    "The ban was undone, and 1 comment is as it was before.",
  )
})
