import { expect, test } from "vitest"
import { background, FairQueue } from "@/lib/media/images/fair-queue"

test("one person's many pictures hold up a colleague's by one picture only", async () => {
  const queue = new FairQueue()
  const done: string[] = []
  const run = (owner: number, name: string) => queue.run(owner, async () => void done.push(name))
  const all = ["a1", "a2", "a3", "a4"].map((name) => run(1, name))
  await Promise.all([...all, run(2, "b1"), run(3, "c1"), run(2, "b2")])
  expect(done).toEqual(["a1", "a2", "b1", "c1", "a3", "b2", "a4"])
})

test("a picture that fails is its owner's loss alone", async () => {
  const queue = new FairQueue()
  const failing = queue.run(1, async () => {
    throw new Error("broken")
  })
  const next = queue.run(2, async () => "done")
  await expect(failing).rejects.toThrow("broken")
  expect(await next).toBe("done")
})

test("pictures that people wait for come before sizes that are made in the background, which come now and then", async () => {
  const queue = new FairQueue()
  const done: string[] = []
  const run = (owner: number, name: string) => queue.run(owner, async () => void done.push(name))
  const sizes = [run(background, "sizes 1"), run(background, "sizes 2"), run(background, "sizes 3")]
  const photographs = Array.from({ length: 12 }, () => run(1, "photograph"))
  await Promise.all([...sizes, ...photographs])
  expect(done.flatMap((name, at) => (name === "photograph" ? [] : at))).toEqual([0, 11, 14])
})
