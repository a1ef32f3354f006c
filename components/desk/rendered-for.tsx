"use client"

import { createContext, type ReactNode, useContext, useEffect } from "react"

const StaffId = createContext(0)

/**
 * Says with every form of the desk for whom the desk was rendered. Somebody else may have signed in to the same browser
 * since, in another tab, and it is their cookie that is sent.
 */
export function RenderedFor({ staffId, children }: { staffId: number; children: ReactNode }) {
  useEffect(() => {
    const sign = ({ target, formData }: FormDataEvent) => {
      // One that leads to an address shows its fields there.
      if (target instanceof HTMLFormElement && target.getAttribute("method") !== "get")
        formData.set(field, String(staffId))
    }
    document.addEventListener("formdata", sign)
    return () => document.removeEventListener("formdata", sign)
  }, [staffId])
  return <StaffId value={staffId}>{children}</StaffId>
}

/** The same for actions that are called with fields of which no form is on the page. */
export function useRenderedFor(): (form: FormData) => FormData {
  const staffId = useContext(StaffId)
  return (form) => {
    form.set(field, String(staffId))
    return form
  }
}

const field = "renderedFor"
