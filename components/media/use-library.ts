import { useCallback, useEffect, useRef, useState } from "react"
import { listPictures, type PickedPicture } from "@/components/media/pick"

/** What the library has for a search, page by page. */
export function useLibrary(search: string) {
  const [pictures, setPictures] = useState<PickedPicture[]>([])
  const [next, setNext] = useState<number | null>(null)
  const [problem, setProblem] = useState(false)
  const asked = useRef(0)

  const read = useCallback(
    async (before: number | null) => {
      const turn = ++asked.current
      const page = await listPictures({ search, before }).catch(() => null)
      // A later search has its answer already, or soon.
      if (turn !== asked.current) return
      setProblem(page === null)
      if (!page) return
      setPictures((shown) => (before ? [...shown, ...page.pictures] : page.pictures))
      setNext(page.next)
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
    problem,
    more: () => void read(next),
    putFirst: (picture: PickedPicture) =>
      setPictures((shown) => [picture, ...shown.filter(({ id }) => id !== picture.id)]),
  }
}
