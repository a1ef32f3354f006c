import Bowser from "bowser"

/** A browser and its system in words, as in "Firefox on macOS", from the header that it sends. */
export function deviceWords(userAgent: string): string {
  const { browser, os } = Bowser.parse(userAgent || "unknown")
  if (!browser.name) return "Unknown browser"
  return os.name ? `${browser.name} on ${os.name}` : browser.name
}
