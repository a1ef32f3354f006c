/** A comment as readers may see it. `gone` is set when only its place is left. */
export type ThreadComment = {
  id: number
  parentId: number | null
  name: string
  website: string
  body: string
  createdAt: Date
  gone: Gone | null
}

/** Why a comment that has answers shows no text. */
export type Gone = "by-moderator" | "by-author" | "being-read"

export type ThreadNode = {
  comment: ThreadComment
  /** Set where the answers stand side by side because the thread is too deep: whom this one answers. */
  inReplyTo: { id: number; name: string } | null
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
      inReplyTo: flattened ? { id: parent.node.comment.id, name: parent.node.comment.name } : null,
      replies: [],
    }
    siblings.push(node)
    placed.set(comment.id, { node, depth: parent ? Math.min(parent.depth + 1, shownDepth) : 1, siblings })
  }
  return top
}

/** How many comments have text to read. */
export function countShown(rows: readonly ThreadComment[]): number {
  return rows.filter((row) => row.gone === null).length
}
