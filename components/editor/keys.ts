/** A shortcut as this person's keyboard names it; `Mod` is Ctrl or ⌘. */
export function keyNames(keys: string): string {
  if (!isApple()) return keys.replace("Mod", "Ctrl")
  return keys.replace(/Mod|Alt|Shift|\+/g, (part) => appleSigns[part] ?? "")
}

/** A shortcut as `aria-keyshortcuts` spells it. */
export function ariaKeys(keys: string): string {
  return keys.replace("Mod", isApple() ? "Meta" : "Control")
}

/** Ctrl+S or ⌘S. Other scripts have another letter on that key. */
export function isSaveKey({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (!(ctrlKey || metaKey) || altKey || shiftKey) return false
  return /^[a-z]$/i.test(key) ? key.toLowerCase() === "s" : code === "KeyS"
}

const appleSigns: Record<string, string> = { Mod: "⌘", Alt: "⌥", Shift: "⇧" }

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform)
}
