import type { Gone } from "@/lib/comments/types"

/** A comment as readers may see it. `gone` is set when only its place is left. */
export type ThreadComment = {
  id: number
  parentId: number | null
  name: string
  website: string
  /** Null where the page has no room for it: it is long, or those before it were. */
  body: string | null
  createdAt: Date
  gone: Gone | null
  mark: Mark | null
  position: number
  root: { id: number; position: number }
  /** Of the comment that begins a conversation: how many answers are shown, here or on pages of its own. */
  answers: number
  /** What it answers, where that is on another page. */
  elsewhere: { id: number; name: string; position: number } | null
}

/** One of the staff speaks, or the story's own author. */
export type Mark = "staff" | "author"

export type ThreadNode = {
  comment: ThreadComment
  /** Set where its place does not tell whom this one answers: the thread is too deep, or that is on another page. */
  inReplyTo: { id: number; name: string; position: number } | null
  replies: ThreadNode[]
}

/** Deeper answers stand side by side: a column must stay readable on a telephone. */
export const shownDepth = 5

/**
 * Makes the tree from rows in path order (each after what it answers, oldest first). A row whose parent is not among the
 * rows stands at the top, so that nothing is lost.
 */
export function makeThread(rows: readonly ThreadComment[]): ThreadNode[] {
  const top: ThreadNode[] = []
  const placed = new Map<number, { node: ThreadNode; depth: number; siblings: ThreadNode[] }>()
  for (const comment of rows) {
    const parent = comment.parentId === null ? undefined : placed.get(comment.parentId)
    const flattened = parent !== undefined && parent.depth >= shownDepth
    const siblings = parent === undefined ? top : flattened ? parent.siblings : parent.node.replies
    const node: ThreadNode = {
      comment,
      inReplyTo: flattened ? parent.node.comment : comment.elsewhere,
      replies: [],
    }
    siblings.push(node)
    placed.set(comment.id, { node, depth: parent ? Math.min(parent.depth + 1, shownDepth) : 1, siblings })
  }
  return top
}
