/** More than a few short fields need; what is longer is not read. */
const longest = 8192

/**
 * Reads a short form that was posted without a server action, in either encoding. Answers an empty form for a
 * body that is too long or is none: whoever sent that gets treated as having chosen nothing.
 */
export async function readSmallForm(request: Request): Promise<FormData> {
  try {
    const body = await readAtMost(request, longest)
    const type = request.headers.get("content-type") ?? ""
    return await new Response(body, { headers: { "content-type": type } }).formData()
  } catch {
    return new FormData()
  }
}

async function readAtMost(request: Request, bytes: number): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  // `for await` cancels the stream when it is left.
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > bytes) throw new Error("The body is too long.")
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
