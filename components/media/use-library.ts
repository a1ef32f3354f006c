import { useCallback, useEffect, useRef, useState } from "react"
import { listPictures } from "@/components/media/pick"
import type { LibraryEntry } from "@/lib/media/queries"

/** What the library has for a search, page by page. */
export function useLibrary(search: string) {
  const [pictures, setPictures] = useState<LibraryEntry[]>([])
  const [next, setNext] = useState<number | null>(null)
  const [state, setState] = useState<"loading" | "failed" | "ready">("loading")
  const [isEmpty, setIsEmpty] = useState(false)
  const asked = useRef({ turn: 0, before: null as number | null })

  const read = useCallback(
    async (before: number | null) => {
      const turn = asked.current.turn + 1
      asked.current = { turn, before }
      setState("loading")
      const page = await listPictures({ search, before }).catch(() => null)
      // A later search has its answer already, or soon.
      if (turn !== asked.current.turn) return
      setState(page ? "ready" : "failed")
      if (!page) return
      setPictures((shown) => (before ? merged(shown, page.pictures) : page.pictures))
      setNext(page.next)
      if (search === "") setIsEmpty(page.pictures.length === 0)
    },
    [search],
  )

  useEffect(() => {
    const waiting = setTimeout(() => void read(null), 200)
    return () => clearTimeout(waiting)
  }, [read])

  return {
    pictures,
    next,
    state,
    /** Whether there is no picture at all, whatever is searched for. */
    isEmpty,
    more: () => void read(next),
    retry: () => void read(asked.current.before),
    putFirst: (picture: LibraryEntry) => {
      setIsEmpty(false)
      setPictures((shown) => merged([picture], shown))
    },
  }
}

function merged(first: LibraryEntry[], then: LibraryEntry[]): LibraryEntry[] {
  const known = new Set(first.map(({ id }) => id))
  return [...first, ...then.filter(({ id }) => !known.has(id))]
}
