import { parseScripts } from "./parse-scripts.ts"
import { scanScripts } from "./scan-scripts.ts"

/**
 * A reader's page without script: takes out what React and Next put in for a browser that would run
 * them, and mends the two things an HTML checker refuses. What stays is byte for byte what was rendered.
 *
 * Out: every `<script>` but JSON-LD, links that would fetch or wait for scripts, comments (React's
 * markers and Next's build id), empty hidden segments. In: hidden `$ACTION_` fields, with which forms work.
 */
export function stripScripts(html: string): string {
  return scanScripts(html) ?? parseScripts(html)
}
