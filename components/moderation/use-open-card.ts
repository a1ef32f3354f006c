import { type RefObject, useEffect, useState } from "react"
import type { DeskActions } from "./desk-actions"

/** Whoever only walks past a card has not opened it. */
const settling = 400

/** A lease lasts two minutes; it is asked for anew well before. */
const renewal = 60_000

/**
 * Tells the server which card somebody is at, so that colleagues see it, and tells back who else has it. Walking on or
 * looking away lets go of it.
 */
export function useOpenCard(
  list: RefObject<HTMLElement | null>,
  open: DeskActions["open"],
  settled: RefObject<ReadonlySet<number>>,
): ReadonlyMap<number, string | null> {
  const [holders, setHolders] = useState<ReadonlyMap<number, string | null>>(new Map())

  useEffect(() => {
    let mine: number | null = null
    let timer: ReturnType<typeof setTimeout> | undefined

    async function look() {
      const id = document.visibilityState === "visible" ? focused(list.current) : null
      const wanted = id !== null && !settled.current.has(id) ? id : null
      if (wanted === null && mine === null) return
      const form = new FormData()
      if (wanted !== null) form.set("id", String(wanted))
      // A decision has ended its lease itself.
      if (mine !== null && mine !== wanted) form.set("left", String(mine))
      mine = wanted
      // That somebody is here is told as well as can be: nothing hangs on it.
      const answer = await open(form).catch(() => null)
      if (answer && wanted !== null) setHolders((before) => new Map(before).set(wanted, answer.openedBy))
    }
    function later() {
      clearTimeout(timer)
      timer = setTimeout(look, settling)
    }
    const renew = setInterval(look, renewal)
    document.addEventListener("focusin", later)
    document.addEventListener("visibilitychange", later)
    return () => {
      clearTimeout(timer)
      clearInterval(renew)
      document.removeEventListener("focusin", later)
      document.removeEventListener("visibilitychange", later)
    }
  }, [list, open, settled])

  return holders
}

/** The comment whose card has the focus. */
function focused(list: HTMLElement | null): number | null {
  const card = document.activeElement?.closest<HTMLElement>("article[data-id]")
  return card && list?.contains(card) ? Number(card.dataset.id) : null
}
