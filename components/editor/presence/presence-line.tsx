import { useStillText } from "@/components/editor/use-still-text"
import type { Presence } from "@/lib/posts/presence/types"
import { openWords, typedWords } from "@/lib/posts/presence/words"

/** "Mara Lindqvist has this open, and typed a minute ago." Read out when somebody comes or goes; the minutes are not. */
export function PresenceLine({ others }: { others: readonly Presence[] }) {
  const box = useStillText()
  return (
    <div ref={box} role="status" aria-atomic="false" aria-relevant="additions" className="flow-root text-sm">
      {others.length > 0 ? (
        <p className="my-1.5 border-s-4 border-accent ps-3">
          {others.map((one, n) => (
            <span key={`${one.own} ${one.name}`}>
              {n > 0 ? " " : ""}
              {one.own ? "You" : <bdi className="font-semibold">{one.name}</bdi>} {openWords(one)}
              <span aria-live="off">{typedWords(one)}</span>.
            </span>
          ))}
        </p>
      ) : null}
    </div>
  )
}
