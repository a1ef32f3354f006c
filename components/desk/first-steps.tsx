/** What to do in a publication that has published nothing yet. */
export function FirstSteps({ admin }: { admin: boolean }) {
  return (
    <ol className="mt-2 flex list-decimal flex-col gap-1.5 ps-5 text-sm">
      <li>
        <a href="/desk/posts/new">Write the first story</a>, and publish it. Until then readers see only that
        nothing has been published yet.
      </li>
      {admin ? (
        <li>
          Name the publication, and say who may comment, in <a href="/desk/settings">Settings</a>.
        </li>
      ) : null}
      {admin ? (
        <li>
          Invite colleagues under <a href="/desk/staff">Staff</a>.
        </li>
      ) : null}
    </ol>
  )
}
