import { expect, test } from "vitest"
import { background, Turns } from "@/lib/media/images/turns"

test("one person's many pictures hold up a colleague's by one picture only", async () => {
  const turns = new Turns()
  const done: string[] = []
  const take = (owner: number, name: string) => turns.take(owner, async () => void done.push(name))
  const all = ["a1", "a2", "a3", "a4"].map((name) => take(1, name))
  await Promise.all([...all, take(2, "b1"), take(3, "c1"), take(2, "b2")])
  expect(done).toEqual(["a1", "a2", "b1", "c1", "a3", "b2", "a4"])
})

test("a picture that fails is its owner's loss alone", async () => {
  const turns = new Turns()
  const failing = turns.take(1, async () => {
    throw new Error("broken")
  })
  const next = turns.take(2, async () => "taken")
  await expect(failing).rejects.toThrow("broken")
  expect(await next).toBe("taken")
})

test("pictures that people wait for come before sizes that are made in the background, which come now and then", async () => {
  const turns = new Turns()
  const done: string[] = []
  const take = (owner: number, name: string) => turns.take(owner, async () => void done.push(name))
  const sizes = [take(background, "sizes 1"), take(background, "sizes 2"), take(background, "sizes 3")]
  const photographs = Array.from({ length: 12 }, () => take(1, "photograph"))
  await Promise.all([...sizes, ...photographs])
  expect(done.flatMap((name, at) => (name === "photograph" ? [] : at))).toEqual([0, 11, 14])
})
