import type { Describe } from "@/components/editor/embeds/embed-titles"

/** Has this site ask for a title. `signed` says for whom the page was rendered. */
export const askForTitle =
  (signed: (form: FormData) => FormData): Describe =>
  async (url) => {
    const form = signed(new FormData())
    form.set("address", url)
    try {
      const response = await fetch("/desk/embeds", {
        method: "POST",
        body: form,
        headers: { accept: "application/json" },
        signal: AbortSignal.timeout(15_000),
      })
      const answer = response.ok && !response.redirected ? await response.json() : null
      return answer?.ok ? { title: String(answer.title), author: String(answer.author) } : null
    } catch {
      // The player is named by its site, and a title can be written by hand.
      return null
    }
  }
