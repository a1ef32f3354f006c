"use client"

import { createContext, type ReactNode, useContext, useEffect, useState } from "react"

const Count = createContext(0)
const Tell = createContext<(count: number) => void>(() => {})

type Props = {
  /**
   * An object, so that each rendering of the frame counts, also one with the number of the last: the queue may have told
   * another one since.
   */
  rendered: { undecided: number }
  children: ReactNode
}

/**
 * How many comments ask for a decision, in one place for the whole desk. The frame is not rendered anew when somebody decides, so the
 * queue tells what it hears while it is open.
 */
export function UndecidedCount({ rendered, children }: Props) {
  const [count, tell] = useState(rendered.undecided)
  const [before, setBefore] = useState(rendered)
  if (rendered !== before) {
    setBefore(rendered)
    tell(rendered.undecided)
  }
  return (
    <Tell value={tell}>
      <Count value={count}>{children}</Count>
    </Tell>
  )
}

export function useUndecidedCount(): number {
  return useContext(Count)
}

/** Shows this number beside the queue's name wherever the desk names it. */
export function useTellUndecided(count: number): void {
  const tell = useContext(Tell)
  useEffect(() => tell(count), [tell, count])
}
