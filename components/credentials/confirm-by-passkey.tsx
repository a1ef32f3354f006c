"use client"

import { createContext, type ReactNode, useContext } from "react"
import type { PasskeyAction } from "@/components/credentials/ceremony"

const Confirm = createContext<PasskeyAction | null>(null)

/** Lets every form of the desk that asks for the password take a passkey instead, where somebody has one. */
export function ConfirmByPasskey({
  action,
  children,
}: {
  action: PasskeyAction | null
  children: ReactNode
}) {
  return <Confirm value={action}>{children}</Confirm>
}

export function useConfirmByPasskey(): PasskeyAction | null {
  return useContext(Confirm)
}
