/** From the editor to the links by which people outside read the story. */
export function ShareLink({ storyId }: { storyId: number }) {
  return (
    <p className="mt-5 border-t border-rule pt-3 text-sm">
      <a href={`/desk/posts/${storyId}/share`} className="text-accent underline underline-offset-2">
        Share a preview
      </a>{" "}
      <span className="text-ink-soft">with people outside</span>
    </p>
  )
}
