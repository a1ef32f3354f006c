import net from "node:net"

/** The longest text that regular expressions and the normaliser were given, and the bytes sent to the database. */
export type Work = { matched: number; normalised: number; marksInARow: number; sent: number }

/**
 * Counts what a piece of work gives to the two things whose time can grow faster than the text, and to the database. The
 * built-in methods are wrapped meanwhile, so nothing has to be told to count.
 */
export async function countWork(work: () => Promise<unknown>): Promise<Work> {
  const seen: Work = { matched: 0, normalised: 0, marksInARow: 0, sent: 0 }
  const restore = [
    ...["exec", "test", Symbol.replace, Symbol.match, Symbol.search, Symbol.split].map((method) =>
      wrap(RegExp.prototype, method, (_, [text]) => {
        seen.matched = Math.max(seen.matched, String(text).length)
      }),
    ),
    wrap(String.prototype, "normalize", (text) => {
      seen.normalised = Math.max(seen.normalised, String(text).length)
      seen.marksInARow = Math.max(seen.marksInARow, longestRunOfMarks(String(text)))
    }),
    wrap(net.Socket.prototype, "write", (_, [chunk]) => {
      seen.sent += Buffer.byteLength(chunk as string | Uint8Array)
    }),
  ]
  try {
    await work()
  } finally {
    for (const undo of restore) undo()
  }
  return seen
}

const isMark = RegExp.prototype.test.bind(/^\p{M}$/u)

function longestRunOfMarks(text: string): number {
  let [longest, run] = [0, 0]
  for (const letter of text) {
    run = isMark(letter) ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}

/** Calls `look` with the receiver and the arguments before each call of a method; answers how to undo it. */
function wrap(on: object, method: PropertyKey, look: (receiver: unknown, given: unknown[]) => void) {
  const own = Object.getOwnPropertyDescriptor(on, method)
  const original = Reflect.get(on, method) as (...given: unknown[]) => unknown
  Object.defineProperty(on, method, {
    configurable: true,
    writable: true,
    value(this: unknown, ...given: unknown[]) {
      look(this, given)
      return original.apply(this, given)
    },
  })
  return () => {
    if (own) Object.defineProperty(on, method, own)
    else Reflect.deleteProperty(on, method)
  }
}
