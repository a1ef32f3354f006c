import { config } from "zod/v4/core"

// Next runs this before anything else in the browser: schemas are made when their files load. To see whether it may
// compile them zod calls `Function("")`, which the desk's policy forbids and browsers report.
config({ jitless: true })
