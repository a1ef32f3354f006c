/** Pages that most publications have, each with a text to begin from. */
export function StarterList({ starters }: { starters: { purpose: string; label: string; does: string }[] }) {
  return (
    <ul className="mt-3 grid gap-x-8 gap-y-3 sm:grid-cols-2">
      {starters.map(({ purpose, label, does }) => (
        <li key={purpose} className="border-s-2 border-rule ps-3 text-sm">
          <a href={`/desk/pages/new?purpose=${purpose}`} className="font-semibold">
            {label}
          </a>
          <p className="text-ink-soft">{does}</p>
        </li>
      ))}
    </ul>
  )
}
