/** Counting stops here, so that a big archive slows no page. */
export const mostStories = 1000

/** How many stories name somebody, in words. */
export function storyCount(count: number): string {
  if (count === 0) return "no stories"
  if (count === 1) return "1 story"
  return count >= mostStories ? `${mostStories} stories or more` : `${count} stories`
}
