/**
 * Calls back when whoever started us is gone. `npm start` runs a shell that runs us, and of a signal to npm only the
 * shell learns: without this, the app would outlive the command that started it, and keep its port.
 */
export function whenParentIsGone(callback: () => void): void {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return
  const parent = process.ppid
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    callback()
  }, 250)
  look.unref()
}
