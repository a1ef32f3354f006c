"use client"

import { createContext, type ReactNode, useContext } from "react"

const Zone = createContext("UTC")

/** The publication's time zone, for every date at the desk. */
export function TimeZone({ name, children }: { name: string; children: ReactNode }) {
  return <Zone value={name}>{children}</Zone>
}

export function useTimeZone(): string {
  return useContext(Zone)
}
