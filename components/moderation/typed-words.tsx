import { MarkedText } from "./marked-text"

/** A commenter's words as they typed them: no link leads anywhere, and a very long text opens on demand. */
export function TypedWords({ text, faded }: { text: string; faded: boolean }) {
  const end = cut(text)
  return (
    <div className={`${words} ${faded ? "text-ink-soft" : "text-ink"}`} dir="auto" data-words>
      <p className="whitespace-pre-wrap">
        <MarkedText text={text.slice(0, end)} />
      </p>
      {end < text.length ? (
        <details className="mt-2">
          <summary className="cursor-pointer font-ui text-sm text-ink-soft">
            {`Show the other ${text.length - end} characters`}
          </summary>
          <p className="mt-2 whitespace-pre-wrap">
            <MarkedText text={text.slice(end).replace(/^\n/, "")} />
          </p>
        </details>
      ) : null}
    </div>
  )
}

const words = "max-w-measure font-text text-base leading-normal [overflow-wrap:anywhere]"

/** Up to so many characters are shown at once, in so many lines; a little more is not worth a press. */
const shown = { characters: 1200, lines: 24 }
const spare = { characters: 300, lines: 6 }

/** Cuts between lines or words where there are any, and never inside a character. */
function cut(text: string): number {
  const lines = text.split("\n", shown.lines + spare.lines + 1)
  if (lines.length <= shown.lines + spare.lines) return cutCharacters(text)
  return cutCharacters(lines.slice(0, shown.lines).join("\n"))
}

function cutCharacters(text: string): number {
  if (text.length <= shown.characters + spare.characters) return text.length
  const space = text.lastIndexOf(" ", shown.characters)
  if (space > shown.characters / 2) return space
  const code = text.charCodeAt(shown.characters)
  return code >= 0xdc00 && code <= 0xdfff ? shown.characters + 1 : shown.characters
}
