import { useStillText } from "@/components/editor/use-still-text"
import type { Presence } from "@/lib/posts/presence/types"
import { presenceWords } from "@/lib/posts/presence/words"

/** "Mara Lindqvist has this open, and typed a minute ago." Read out when it changes. */
export function PresenceLine({ others }: { others: readonly Presence[] }) {
  const box = useStillText()
  return (
    <div ref={box} role="status" className="flow-root text-sm">
      {others.length > 0 ? (
        <p className="my-1.5 border-s-4 border-accent ps-3">
          {others.map((one, n) => (
            <span key={`${one.own} ${one.name}`}>
              {n > 0 ? " " : ""}
              {one.own ? "You" : <bdi className="font-semibold">{one.name}</bdi>} {presenceWords(one)}.
            </span>
          ))}
        </p>
      ) : null}
    </div>
  )
}
