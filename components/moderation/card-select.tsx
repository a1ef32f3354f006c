/** Puts a comment among those that are decided about together. */
export function CardSelect({ id, name }: { id: number; name: string }) {
  return (
    <label className="-m-2 inline-flex p-2 pointer-coarse:-m-3.5 pointer-coarse:p-3.5">
      <input
        type="checkbox"
        name="ids"
        value={id}
        form="bulk"
        aria-label={`Select ${name}’s comment`}
        aria-keyshortcuts="x"
        className="mt-1 size-4"
      />
    </label>
  )
}
