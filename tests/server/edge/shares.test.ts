import { describe, expect, test } from "vitest"
import { Refused } from "../../../server/edge/quota.ts"
import { type Place, Shares } from "../../../server/edge/shares.ts"
import { ClientGone } from "../../../server/edge/upstream.ts"
import { gate } from "./edge.ts"

const network = (key: string) => ({ key, staff: false })
const staff = { key: "staff 1", staff: true }

/** Asks for so many places, and tells which of them are granted. */
function crowd(shares: Shares, key: string, size: number) {
  const places = Array.from({ length: size }, () => watch(shares.ask(network(key))))
  return { places, granted: () => places.filter((place) => place.granted).length }
}

function watch(place: Place) {
  const watched = { granted: false, place }
  place.granted.then(
    () => {
      watched.granted = true
    },
    () => {},
  )
  return watched
}

const turn = () => new Promise(setImmediate)

describe("a network with hundreds of requests", () => {
  test("has so many places and no more, and another network's visitor has one at once", async () => {
    const shares = new Shares({ places: 12, reserve: 4, each: 4 })
    const greedy = crowd(shares, "greedy", 160)
    const reader = watch(shares.ask(network("reader")))
    await turn()
    expect(greedy.granted()).toBe(4)
    expect(reader.granted).toBe(true)
  })

  test("gets all it asked for, one after the other, when nobody else wants anything", async () => {
    const shares = new Shares()
    const greedy = crowd(shares, "greedy", 100)
    for (const { place } of greedy.places) {
      await place.granted
      place.release()
    }
    expect(shares.counts).toEqual({ running: 0, waiting: 0 })
  })

  test("waits in turn with others when all places are taken", async () => {
    const shares = new Shares({ places: 2, reserve: 0, each: 2 })
    const order: string[] = []
    const work = (key: string) => shares.run(network(key), async () => void order.push(key))
    await Promise.all(["a", "a", "a", "a", "b", "c"].map(work))
    expect(order).toEqual(["a", "a", "a", "b", "c", "a"])
  })

  test("is told to come back when too many of its requests wait, and nobody else is", () => {
    const shares = new Shares({ waitingEach: 10 })
    crowd(shares, "greedy", 14)
    expect(() => shares.ask(network("greedy"))).toThrow(expect.objectContaining({ status: 429 }))
    expect(() => shares.ask(network("reader"))).not.toThrow()
  })
})

test("however many networks want a place, some are left for staff", async () => {
  const shares = new Shares({ places: 12, reserve: 4, each: 4, waiting: 50 })
  for (let i = 0; i < 58; i++) shares.ask(network(`network ${i}`))
  expect(() => shares.ask(network("one more"))).toThrow(Refused)
  const moderator = watch(shares.ask(staff))
  await turn()
  expect(moderator.granted).toBe(true)
})

test("however many of the staff want a place, some are left for everybody else", async () => {
  const shares = new Shares({ places: 12, reserve: 4, open: 4, each: 4 })
  const desks = [1, 2, 3].map((desk) => ({ key: `staff ${desk}`, staff: true }))
  for (const desk of desks) for (let n = 0; n < 24; n++) shares.ask(desk)
  const reader = watch(shares.ask(network("reader")))
  await turn()
  expect(shares.counts.running).toBe(9)
  expect(reader.granted).toBe(true)
})

test("a page that a crowd waits for is made as soon as somebody outside the crowd wants it", async () => {
  const shares = new Shares({ each: 1 })
  const [first] = crowd(shares, "greedy", 1).places
  const wanted = watch(shares.ask(network("greedy")))
  await turn()
  expect(wanted.granted).toBe(false)
  wanted.place.join(network("reader"))
  await turn()
  expect(wanted.granted).toBe(true)
  wanted.place.release()
  first?.place.release()
  expect(shares.counts).toEqual({ running: 0, waiting: 0 })
})

test("a visitor who leaves before their turn takes no place", async () => {
  const shares = new Shares({ places: 1, reserve: 0, each: 1 })
  const first = shares.ask(network("a"))
  const gone = new AbortController()
  let worked = false
  const work = async () => {
    worked = true
  }
  const left = shares.run(network("b"), work, gone.signal)
  gone.abort()
  await expect(left).rejects.toThrow(ClientGone)
  first.release()
  expect(shares.counts).toEqual({ running: 0, waiting: 0 })
  expect(worked).toBe(false)
})

test("nothing is done for a visitor who has left before they ask", async () => {
  const shares = new Shares()
  const work = () => Promise.reject(new Error("It was done."))
  await expect(shares.run(network("a"), work, AbortSignal.abort())).rejects.toThrow(ClientGone)
  expect(shares.counts).toEqual({ running: 0, waiting: 0 })
})

test("work that fails gives its place back", async () => {
  const shares = new Shares()
  const failing = shares.run(network("a"), () => Promise.reject(new Error("down")))
  await expect(failing).rejects.toThrow("down")
  expect(shares.counts).toEqual({ running: 0, waiting: 0 })
})

test("a visitor who leaves while their page is made keeps the place until it is made", async () => {
  const shares = new Shares()
  const gone = new AbortController()
  const slow = gate()
  const made = shares.run(network("a"), () => slow.passed, gone.signal)
  await turn()
  gone.abort()
  await turn()
  expect(shares.counts).toEqual({ running: 1, waiting: 0 })
  slow.open()
  await made
  expect(shares.counts).toEqual({ running: 0, waiting: 0 })
})
