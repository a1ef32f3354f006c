import "server-only"
import { normalise } from "@/lib/text/normalise"

/**
 * Ten characters at least. Guessing online is limited to a few tries, so length has to hold only against
 * a stolen database, where argon2id makes each guess dear; eight is the floor of ASVS 6.2.1, and a longer rule
 * brings more notes stuck to screens than it brings safety. Any character counts, spaces too.
 */
export const passwordLength = { min: 10, max: 256 }

/**
 * The sentence that says why a password is too easy, or `null`. What guessers try first is refused: common
 * passwords, rows of keys, repetitions, and the person's own name and address.
 */
export async function weakness(password: string, about: string[] = []): Promise<string | null> {
  if (password.length > passwordLength.max) return `Use ${passwordLength.max} characters at most.`
  if (Array.from(normalise(password, "NFKC")).length < passwordLength.min)
    return `Use ${passwordLength.min} characters or more; a few unrelated words are good.`
  estimator ??= loadEstimator()
  const words = ["masthead", ...about.flatMap((text) => [text, ...text.split(notOfWords)])].filter(Boolean)
  if (leftOver(password, words).length < 5) return easy
  // Below 10^6 guesses: what a patient guesser tries before anything else.
  return (await estimator).check(password.slice(0, estimated), words).score < 2 ? easy : null
}

/** Enough to tell; the estimate takes more than the square of what it looks at, 1.6 seconds for 256 digits. */
const estimated = 40

const easy = "This password is among the first that are guessed; a few unrelated words are better."
const notOfWords = /[^\p{L}\p{N}]+/gu

/** What is neither the person's own words nor between words; the estimator knows those words only as they are written. */
function leftOver(password: string, words: string[]): string {
  const longestFirst = words.map((word) => word.toLowerCase()).sort((a, b) => b.length - a.length)
  const rest = longestFirst.reduce((text, word) => text.replaceAll(word, " "), password.toLowerCase())
  return rest.replace(/[\s\p{P}]+/gu, "")
}

let estimator: ReturnType<typeof loadEstimator> | undefined

/** The word lists weigh two megabytes, so they are read when the first password is chosen, not at start. */
async function loadEstimator() {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ])
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
}
