/** "1 comment", "201 comments". */
export function commentCount(count: number): string {
  return count === 1 ? "1 comment" : `${count} comments`
}
