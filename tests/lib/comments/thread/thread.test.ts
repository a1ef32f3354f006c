import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { makeThread, shownDepth, type ThreadComment, type ThreadNode } from "@/lib/comments/thread/thread"

function comment(id: number, parentId: number | null, fields: Partial<ThreadComment> = {}): ThreadComment {
  return {
    id,
    parentId,
    name: `Reader ${id}`,
    website: "",
    body: "…",
    createdAt: new Date(id),
    gone: null,
    mark: null,
    position: id,
    root: { id: 1, position: 1 },
    answers: 0,
    elsewhere: null,
    ...fields,
  }
}

/** Ids as they are read from top to bottom. */
function read(nodes: readonly ThreadNode[]): number[] {
  return nodes.flatMap((node) => [node.comment.id, ...read(node.replies)])
}

function depthOf(nodes: readonly ThreadNode[]): number {
  return nodes.length === 0 ? 0 : 1 + Math.max(...nodes.map((node) => depthOf(node.replies)))
}

test("answers stand under what they answer", () => {
  const [first, second] = makeThread([comment(1, null), comment(3, 1), comment(2, null)])
  expect(first?.replies.map((node) => node.comment.id)).toEqual([3])
  expect(second?.replies).toEqual([])
})

test("a thread that is too deep for a telephone goes on side by side and says who answers whom", () => {
  const rows = Array.from({ length: 12 }, (_, at) => comment(at + 1, at === 0 ? null : at))
  const thread = makeThread(rows)
  expect(depthOf(thread)).toBe(shownDepth)
  expect(read(thread)).toEqual(rows.map((row) => row.id))
  const flat = collect(thread).filter((node) => node.inReplyTo)
  expect(flat.map((node) => [node.comment.id, node.inReplyTo])).toMatchObject(
    rows.slice(shownDepth).map((row) => [row.id, { id: row.id - 1, name: `Reader ${row.id - 1}` }]),
  )
})

test("a comment whose parent is not on the page is not lost", () => {
  expect(read(makeThread([comment(5, 4)]))).toEqual([5])
})

describe("whatever the conversation", () => {
  /** Each comment answers an earlier one or none; the database hands them over by path. */
  const conversations = fc
    .array(fc.nat(), { maxLength: 60 })
    .map((choices) => choices.map((choice, at) => (choice % (at + 1) === 0 ? null : choice % (at + 1))))

  test("it is read depth first, oldest first, nothing missing, nothing twice", () => {
    fc.assert(
      fc.property(conversations, (parents) => {
        const paths = new Map<number, number[]>()
        const all = parents.map((parentId, at) => {
          const id = at + 1
          paths.set(id, [...(parentId ? (paths.get(parentId) ?? []) : []), id])
          return comment(id, parentId)
        })
        const byPath = all.toSorted((a, b) => compare(paths.get(a.id) ?? [], paths.get(b.id) ?? []))
        const thread = makeThread(byPath)
        expect(read(thread)).toEqual(depthFirst(all, null))
        expect(depthOf(thread)).toBeLessThanOrEqual(shownDepth)
        for (const node of collect(thread)) {
          if (node.inReplyTo) expect(node.inReplyTo.id).toBe(node.comment.parentId)
          for (const reply of node.replies)
            if (!reply.inReplyTo) expect(reply.comment.parentId).toBe(node.comment.id)
        }
      }),
      { numRuns: 500 },
    )
  })
})

function depthFirst(all: ThreadComment[], parentId: number | null): number[] {
  return all.filter((row) => row.parentId === parentId).flatMap((row) => [row.id, ...depthFirst(all, row.id)])
}

function compare(a: number[], b: number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

function collect(nodes: readonly ThreadNode[]): ThreadNode[] {
  return nodes.flatMap((node) => [node, ...collect(node.replies)])
}
