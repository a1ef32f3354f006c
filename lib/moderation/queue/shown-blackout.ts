import { otherSpellings } from "@/lib/moderation/queue/other-spellings"
import type { Blackout } from "@/lib/moderation/types"

type Kept = Omit<Blackout, "remains"> & {
  words: string[]
  answers: { id: number; name: string; body: string }[]
}

type Said = { name: string; website: string; body: string }

/** What a card tells about a blackout, and where its words can still be read. */
export function shownBlackout(
  { words, answers, ...blackout }: Kept,
  { name, website, body }: Said,
): Blackout {
  const within = (text: string) => otherSpellings(text, words)
  return {
    ...blackout,
    remains: {
      spellings: within(body),
      inName: within(name).length > 0,
      inWebsite: within(website).length > 0,
      answers: answers
        .filter((answer) => within(answer.body).length > 0)
        .map(({ id, name }) => ({ id, name })),
    },
  }
}
