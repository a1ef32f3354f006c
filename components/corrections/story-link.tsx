/** A story by its headline. */
export function StoryLink({ href, title }: { href: string; title: string }) {
  return (
    <a href={href} dir="auto" className="text-accent underline underline-offset-2">
      {title || "Untitled"}
    </a>
  )
}
