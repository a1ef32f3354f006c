/** From the editor to what the story said before. */
export function VersionsLink({ storyId }: { storyId: number }) {
  return (
    <p className="mt-5 border-t border-rule pt-3 text-sm">
      <a href={`/desk/posts/${storyId}/revisions`} className="text-accent underline underline-offset-2">
        Versions
      </a>{" "}
      <span className="text-ink-soft">to compare and restore</span>
    </p>
  )
}
