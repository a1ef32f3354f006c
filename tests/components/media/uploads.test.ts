import { expect, test } from "vitest"
import { largestUpload } from "@/lib/media/limits"
import { file, sendByHand, taken } from "./send-by-hand.ts"

test("two files are sent at a time, and the next one when one has arrived", async () => {
  const { uploads, sent, arrived, states } = sendByHand()
  uploads.add([file("a"), file("b"), file("c")])
  expect(states()).toEqual(["sending", "sending", "waiting"])
  await sent[1]?.answer(taken(2))
  expect(sent.map(({ name }) => name)).toEqual(["a", "b", "c"])
  expect([arrived, states()]).toEqual([[2], ["sending", "done", "sending"]])
})

test("a file that is too large is refused before it is sent", () => {
  const { uploads, sent } = sendByHand()
  uploads.add([Object.defineProperty(file("big"), "size", { value: largestUpload + 1 })])
  expect(uploads.view()[0]).toMatchObject({
    state: "refused",
    message: "The file is too large; 40 MB at most.",
  })
  expect([sent, uploads.busy]).toEqual([[], false])
})

test("what the site could not take for the moment can be sent again, and what it refused cannot", async () => {
  const { uploads, sent, arrived, states } = sendByHand()
  uploads.add([file("a"), file("b")])
  await sent[0]?.answer({ ok: false, message: "The upload failed.", retry: true })
  await sent[1]?.answer({ ok: false, message: "This is no picture.", retry: false })
  expect([states(), uploads.busy]).toEqual([["failed", "refused"], true])
  uploads.again(1)
  await sent[2]?.answer(taken(1))
  expect([states(), arrived, uploads.busy]).toEqual([["done", "refused"], [1], false])
})

test("an upload that lost its connection keeps the page, and goes on once the network is back", async () => {
  const { uploads, sent, states } = sendByHand()
  uploads.add([file("a")])
  await sent[0]?.lose()
  expect([states(), uploads.busy]).toEqual([["interrupted"], true])
  uploads.retryInterrupted()
  await sent[1]?.answer(taken(1))
  expect(states()).toEqual(["done"])
})

test("an upload can be cancelled while the site prepares the picture, and is then not put anywhere", async () => {
  const { uploads, sent, arrived, states } = sendByHand()
  uploads.add([file("a")])
  sent[0]?.progress(1)
  expect(states()).toEqual(["preparing"])
  uploads.stop(1)
  await sent[0]?.answer(taken(1))
  expect([sent[0]?.stopped, states(), arrived]).toEqual([true, ["stopped"], []])
})

test("clearing the list leaves what is still under way", async () => {
  const { uploads, sent } = sendByHand()
  uploads.add([file("a"), file("b"), file("c")])
  uploads.stop(2)
  await sent[0]?.answer(taken(1))
  uploads.clear()
  expect(uploads.view().map(({ filename }) => filename)).toEqual(["c"])
})

test("what the network interrupted counts as on its way, and what was refused or cancelled does not", async () => {
  const { uploads, sent } = sendByHand()
  uploads.add([file("a"), file("b"), file("c")])
  await sent[0]?.lose()
  uploads.stop(2)
  await sent[2]?.answer({ ok: false, message: "This is no picture.", retry: false })
  expect(uploads.sending).toBe(true)
  uploads.retryInterrupted()
  await sent[3]?.answer(taken(1))
  expect(uploads.sending).toBe(false)
})
