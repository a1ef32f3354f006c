/** What someone sees whose roles do not open a page or allow an action. */
export function ForbiddenNote() {
  return (
    <div className="max-w-measure">
      <h1 className="font-headline text-3xl">Your roles do not allow this</h1>
      <p className="mt-2 text-ink-soft">
        Nothing was changed. Roles are given when a person is added, on the server’s terminal; if you need
        another for your work, ask whoever runs it.
      </p>
      <p className="mt-4">
        <a href="/desk" className="text-accent underline underline-offset-2">
          Back to the desk
        </a>
      </p>
    </div>
  )
}
