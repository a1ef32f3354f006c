import { listPagePaths } from "@/lib/pages/queries"
import { plainAnswer } from "@/lib/plain-answer"

export const dynamic = "force-dynamic"

/**
 * Every path at which there is a page without a date, or from which one has moved, a line each. The edge asks for it
 * (`server/edge/page-list.ts`), so that it looks for no page where there is none.
 */
export async function GET() {
  return plainAnswer((await listPagePaths()).join("\n"), 200)
}
