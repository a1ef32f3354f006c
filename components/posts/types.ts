/** What a list shows of a story. */
export type PostSummary = {
  id: number
  slug: string
  title: string
  standfirst: string
  picture: string
  pictureAlt: string
  publishedAt: Date
  author: { slug: string; name: string }
  tags: { slug: string; name: string }[]
  commentCount: number
}
