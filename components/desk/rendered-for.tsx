"use client"

import {
  type ComponentProps,
  createContext,
  type ReactNode,
  useContext,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from "react"
import { restoreEarlyWords } from "@/components/desk/early-words"

const StaffId = createContext(0)

/** Tells the forms of the desk for whom it was rendered. */
export function RenderedFor({ staffId, children }: { staffId: number; children: ReactNode }) {
  return <StaffId value={staffId}>{children}</StaffId>
}

/**
 * A form of the desk, which says for whom it was rendered, also without scripts. Somebody else may have signed in to the
 * same browser since, in another tab, and it is their cookie that is sent.
 */
export function DeskForm({ children, ref, ...form }: ComponentProps<"form">) {
  const staffId = useContext(StaffId)
  const own = useRef<HTMLFormElement>(null)
  useImperativeHandle(ref, () => own.current as HTMLFormElement, [])
  useLayoutEffect(() => restoreEarlyWords(own.current), [])
  return (
    <form ref={own} {...form}>
      <input type="hidden" name={field} value={staffId} />
      {children}
    </form>
  )
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
