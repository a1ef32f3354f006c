import { useCallback, useEffect, useRef, useState } from "react"
import { setField } from "@/components/editor/set-field"
import { findPicture } from "@/components/media/pick"
import type { LibraryEntry } from "@/lib/media/queries"
import type { Picture } from "@/lib/media/types"

/** `isDecorative`: whether the library calls it so, and it needs no alt text. */
export type LeadPicture = { picture: Picture | null; isDecorative: boolean }

export type ShownLead = LeadPicture & { id: string; legacyUrl: string }

/** The lead picture that a story's form names in its fields, and what the library says of it. */
export function useLeadPicture(initial: ShownLead) {
  const [shown, setShown] = useState(initial)
  const idField = useRef<HTMLInputElement>(null)
  const urlField = useRef<HTMLInputElement>(null)

  const lookFor = useCallback(async (id: string) => {
    const found = await findPicture(id).catch(() => null)
    // An answer for a picture that is no longer the chosen one says nothing.
    if (!found) return
    setShown((now) => (now.id === id ? leadOf(found) : now))
    // The checklist looks whether it needs an alt text.
    idField.current?.dispatchEvent(new Event("looked", { bubbles: true }))
  }, [])

  useEffect(() => {
    const fields = [idField.current, urlField.current]
    const show = () => {
      const [id = "", legacyUrl = ""] = fields.map((field) => field?.value)
      setShown({ id, legacyUrl, picture: null, isDecorative: false })
      if (id) void lookFor(id)
    }
    for (const field of fields) field?.addEventListener("restored", show)
    return () => {
      for (const field of fields) field?.removeEventListener("restored", show)
    }
  }, [lookFor])

  function choose(chosen: LibraryEntry | null) {
    setShown(chosen ? leadOf(chosen) : { id: "", legacyUrl: "", picture: null, isDecorative: false })
    setField(idField.current, chosen ? String(chosen.id) : "")
    setField(urlField.current, "")
    const alt = idField.current?.form?.elements.namedItem("pictureAlt")
    if (!(alt instanceof HTMLInputElement)) return
    // What somebody wrote themselves stays, but not what belonged to the picture before.
    const isOfLibrary = alt.value.trim() === "" || alt.value === shown.picture?.alt
    if (!chosen) setField(alt, "")
    else if (isOfLibrary) setField(alt, chosen.decorative ? "" : chosen.alt)
  }

  // Whenever somebody comes back from the library, where the picture may have been marked.
  const [wasInLibrary, setWasInLibrary] = useState(false)
  useEffect(() => {
    if (!wasInLibrary || shown.isDecorative || !shown.id) return
    const look = () => void lookFor(shown.id)
    window.addEventListener("focus", look)
    return () => window.removeEventListener("focus", look)
  }, [wasInLibrary, shown.isDecorative, shown.id, lookFor])

  return { shown, idField, urlField, choose, goesToLibrary: () => setWasInLibrary(true) }
}

function leadOf(picture: LibraryEntry): ShownLead {
  return { id: String(picture.id), legacyUrl: "", picture, isDecorative: picture.decorative }
}
