type Props = {
  post: { id: number; slug: string; title: string; commentMode: "open" | "hold_all" | "closed" }
}

/** The thread and the reply form under a story. */
export async function CommentsSection({ post }: Props) {
  return <section id="comments" aria-label={`Comments on ${post.title}`} />
}
