/** A field that only a program fills in: nobody sees it. */
export function LeftEmpty() {
  return (
    <div className="hidden">
      <label>
        Leave this empty
        <input name="leftEmpty" type="text" tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  )
}
