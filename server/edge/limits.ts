import { KnownStaff } from "./known-staff.ts"
import { Quota } from "./quota.ts"
import { Shares } from "./shares.ts"
import { Streams } from "./streams.ts"
import { Throughput } from "./throughput.ts"

const mebibyte = 1024 * 1024

/** What one process shares out among everybody who asks; each client gets a part that leaves most of it to others. */
export class Limits {
  /** Pages and forms that are rendered at the same time. */
  readonly shares = new Shares()
  /** Requests that are not answered yet, held documents aside. */
  readonly requests = new Quota({ total: 4_000, each: 256, reserve: 400 })
  /** Bytes of forms in memory. */
  readonly buffered = new Quota({ total: 48 * mebibyte, each: 4 * mebibyte, reserve: 8 * mebibyte })
  /** Uploads under way, and pictures that are fetched from other sites: their pictures are decoded one at a time, and lie on the disk meanwhile. */
  readonly uploads = new Quota({ total: 32, each: 4, reserve: 24 })
  /** Of all uploads: taking photographs from a fast network at its full speed would leave readers no processor. */
  readonly uploaded = new Throughput(20 * mebibyte)
  /** Of the desk's live news. */
  readonly streams = new Streams()
  readonly staff = new KnownStaff()
}
