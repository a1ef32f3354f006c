import type { Editor } from "@tiptap/core"
import { type RefObject, useEffect, useRef, useState } from "react"
import { useRenderedFor } from "@/components/desk/rendered-for"
import { presenceSeconds } from "@/lib/posts/presence/limits"
import { stillOpen } from "@/lib/posts/presence/still-open"
import type { Presence } from "@/lib/posts/presence/types"

type Options = {
  storyId: number | null
  initial: readonly Presence[]
  editor: Editor | null
  form: RefObject<HTMLFormElement | null>
}

/** Who else has the story open. Says that this page has it open for as long as it is in sight. */
export function usePresence({ storyId, initial, editor, form }: Options): readonly Presence[] {
  const signed = useRenderedFor()
  const sign = useRef(signed)
  const [others, setOthers] = useState(initial)
  const listed = useRef({ others: initial, at: 0 })
  const typedAt = useRef<number | null>(null)

  useEffect(() => {
    const typed = () => {
      typedAt.current = Date.now()
    }
    const fields = form.current
    editor?.on("update", typed)
    fields?.addEventListener("input", typed)
    return () => {
      editor?.off("update", typed)
      fields?.removeEventListener("input", typed)
    }
  }, [editor, form])

  useEffect(() => {
    if (storyId === null) return
    if (listed.current.at === 0) listed.current.at = Date.now()
    const tab = Math.random().toString(36).slice(2)
    let request = new AbortController()
    const url = `/desk/posts/${storyId}/presence`
    const formOf = (intent: "renew" | "leave") => {
      const sent = sign.current(new FormData())
      const seconds = typedAt.current === null ? "" : Math.round((Date.now() - typedAt.current) / 1000)
      for (const [name, value] of Object.entries({ tab, intent, typed: String(seconds) }))
        sent.set(name, value)
      return sent
    }
    const renew = async () => {
      if (document.visibilityState !== "visible") return
      request.abort()
      request = new AbortController()
      const there = await listOthers(url, { body: formOf("renew"), signal: request.signal }).catch(() => null)
      if (!there) return
      listed.current = { others: there, at: Date.now() }
      setOthers(there)
    }
    // Without an answer, as after a sign-out or without a network, nobody is shown for longer than the server would.
    const forget = () => {
      const { others, at } = listed.current
      const open = stillOpen(others, (Date.now() - at) / 1000)
      setOthers((shown) => (shown.length === open.length ? shown : open))
    }
    const leave = () => {
      // On its way it could arrive behind this one, and the page would count as open again.
      request.abort()
      navigator.sendBeacon(url, formOf("leave"))
    }
    void renew()
    const timers = [setInterval(renew, presenceSeconds.renewal * 1000), setInterval(forget, forgetEvery)]
    document.addEventListener("visibilitychange", renew)
    window.addEventListener("pagehide", leave)
    return () => {
      for (const timer of timers) clearInterval(timer)
      document.removeEventListener("visibilitychange", renew)
      window.removeEventListener("pagehide", leave)
      leave()
    }
  }, [storyId])

  return others
}

const forgetEvery = 5000

/** Who else is there, as the server answers a renewal; null where it says nothing of them. */
async function listOthers(
  url: string,
  sent: { body: FormData; signal: AbortSignal },
): Promise<Presence[] | null> {
  const answer = await fetch(url, { method: "POST", ...sent })
  return answer.status === 200 ? answer.json() : null
}
