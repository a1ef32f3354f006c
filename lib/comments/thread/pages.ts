/** Conversations on one page of a thread. */
export const conversationsOnPage = 50

/** Answers on one page of a conversation. */
export const answersOnPage = 200

/** In which order a thread is read; only the first has pages that never change. */
export const threadOrders = ["oldest", "newest", "most-answered"] as const
export type ThreadOrder = (typeof threadOrders)[number]

/**
 * How many answers stand under a conversation on its thread's page: the first ones, by position. It follows from the
 * conversation's own place alone, so that an answer which is on the page today is there for good. A page has 315
 * comments at most, and a story with a few conversations shows nearly all there is.
 */
export function answersUnder(rootPosition: number): number {
  const place = (rootPosition - 1) % conversationsOnPage
  if (place < 5) return 20
  return place < 15 ? 6 : 3
}

/** Where other orders put conversations together that have room for many answers, each gets as few. */
export const answersWhenSorted = 3

/** The page that a conversation is on, whatever else is removed. */
function pageOfConversation(position: number): number {
  return Math.ceil(position / conversationsOnPage)
}

/** The page of its conversation that an answer is on. */
function pageOfAnswer(position: number): number {
  return Math.ceil(position / answersOnPage)
}

/** How many pages there are when so many positions were given; the first is there without any. */
export function countPages(lastPosition: number, size: number): number {
  return Math.max(1, Math.ceil(lastPosition / size))
}

/** A page's number as an address writes it, or null for any other spelling. */
export function readPage(written: string): number | null {
  return /^[1-9]\d{0,6}$/.test(written) ? Number(written) : null
}

/** The address of a thread's page. */
export function threadPage(slug: string, page: number, order: ThreadOrder = "oldest"): string {
  if (order !== "oldest") return `/posts/${slug}/comments/${page}?sort=${order}`
  return page === 1 ? `/posts/${slug}` : `/posts/${slug}/comments/${page}`
}

/** The address of a conversation's page. */
export function conversationPage(slug: string, rootId: number, page = 1): string {
  return `/posts/${slug}/conversation/${rootId}${page === 1 ? "" : `/${page}`}`
}

/** What has to be known of a comment to say where it stands; of a conversation's first one `root` is itself. */
export type CommentPosition = {
  slug: string
  id: number
  position: number
  root: { id: number; position: number }
}

/** The page on which a comment stands for good: its thread's, or its conversation's for an answer that has no room there. */
export function commentPage({ slug, id, position, root }: CommentPosition): string {
  if (id === root.id || position <= answersUnder(root.position)) {
    return threadPage(slug, pageOfConversation(root.position))
  }
  return conversationPage(slug, root.id, pageOfAnswer(position))
}

/** Where a comment stands for good. The one place that knows; `findPermalink` finds what it needs by the id. */
export function permalinkOf(comment: CommentPosition): string {
  return `${commentPage(comment)}#comment-${comment.id}`
}

/**
 * An address that leads to a comment under its story, whichever page that is on; for wherever its position is not at
 * hand. What shows many comments, or is read for long, asks `findPermalink` for the place itself.
 */
export function permalink(slug: string, id: number): string {
  return `/posts/${slug}/comment/${id}`
}
