import { createContext, useContext, useEffect, useSyncExternalStore } from "react"
import { type Known, KnownPictures } from "@/components/editor/pictures/known-pictures"

export const PicturesContext = createContext(new KnownPictures({}))

/** Whether publishing was refused for want of alt text in the body. */
export const AltRefusedContext = createContext(false)

/** A picture by its id, once this page knows it. */
export function usePicture(id: number): Known | undefined {
  const known = useContext(PicturesContext)
  useEffect(() => void known.lookFor(id), [known, id])
  const look = () => known.get(id)
  return useSyncExternalStore(known.subscribe, look, look)
}
