/** The words that a note is about; a button where the text can show them. */
export function PassageQuote({ words, onShow }: { words: string; onShow: (() => void) | null }) {
  if (!onShow)
    return (
      <blockquote dir="auto" className={quoteClass}>
        {words}
      </blockquote>
    )
  return (
    <button
      type="button"
      onClick={onShow}
      className="block w-full cursor-pointer text-start hover:text-accent"
    >
      <span className="sr-only">Show the passage: </span>
      <span dir="auto" className={quoteClass}>
        {words}
      </span>
    </button>
  )
}

const quoteClass = "line-clamp-2 text-start font-text text-ink-soft"
