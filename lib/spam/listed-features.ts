import { spell } from "@/lib/spam/spelling"

/** The words and pairs of a list with commas, as features. */
export function listedFeatures(list: string): string[] {
  return listedWords(list).flatMap((words) =>
    words.length === 1 ? [`word:${words[0]}`] : words.slice(1).map((word, at) => `pair:${words[at]} ${word}`),
  )
}

/** The words of each entry of such a list. */
export function listedWords(list: string): string[][] {
  return list.split(",").flatMap((entry) => {
    const words = spell(entry)
    return words.length > 0 ? [words] : []
  })
}
