/** What someone sees whose roles do not open a page or allow an action. */
export function ForbiddenNote() {
  return (
    <div className="max-w-measure">
      <h1 className="font-headline text-3xl">Your roles do not allow this</h1>
      <p className="mt-2 text-ink-soft">
        Nothing was changed. If you need another role for your work, ask an admin of the publication.
      </p>
      <p className="mt-4">
        <a href="/desk" className="text-accent underline underline-offset-2">
          Back to the desk
        </a>
      </p>
    </div>
  )
}
