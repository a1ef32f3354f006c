/** What to do in a publication that has published nothing yet. */
export function FirstSteps({ settings }: { settings: boolean }) {
  return (
    <ol className="mt-2 flex list-decimal flex-col gap-1.5 ps-5 text-sm">
      <li>
        <a href="/desk/posts/new">Write the first story</a>, and publish it. Until then readers see only that
        nothing has been published yet.
      </li>
      {settings ? (
        <li>
          Name the publication, and say who may comment, in <a href="/desk/settings">Settings</a>.
        </li>
      ) : null}
      <li>
        Bring in colleagues: whoever runs the server sends them a link with{" "}
        <code>npm run staff -- invite</code>.
      </li>
    </ol>
  )
}
