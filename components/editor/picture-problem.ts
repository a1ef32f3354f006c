/** What is wrong with a picture's address, as far as this site can tell; its spelling is checked by the save. */
export async function findPictureProblem(address: string): Promise<string | null> {
  if (!isOwnPath(address)) return null
  try {
    const signal = AbortSignal.timeout(longestWait)
    const { ok, headers } = await fetch(address, { method: "HEAD", redirect: "error", signal })
    return ok && headers.get("content-type")?.startsWith("image/") ? null : noPicture
  } catch {
    // Whether the site can be reached at all is for the save to say. It waits for this answer, so not for long.
    return null
  }
}

export function isOwnPath(address: string): boolean {
  // Browsers leave out tabs and breaks, and take `\\` for `/`.
  return (
    address.startsWith("/") && URL.canParse(address, anySite) && new URL(address, anySite).origin === anySite
  )
}

/** In milliseconds. */
const longestWait = 5_000

const anySite = "https://site.invalid"

const noPicture = "There is no picture at this address."
