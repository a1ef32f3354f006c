/**
 * How many letters a piece of work walks through with regular expressions, searches, slices and the normaliser. The
 * built-in methods are wrapped meanwhile; every method that takes an expression goes by its `exec`. What an expression
 * does within one match is not seen.
 */
export function countLetters(work: () => unknown): number {
  let letters = 0
  const { exec } = RegExp.prototype
  RegExp.prototype.exec = function (text) {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const found = exec.call(this, text)
    // One that must match where it stands looks no further.
    const end = found ? found.index + found[0].length : this.sticky ? from : text.length
    letters += Math.max(1, end - from)
    return found
  }
  const { indexOf, slice, normalize } = String.prototype
  String.prototype.indexOf = function (part, from = 0) {
    const at = indexOf.call(this, part, from)
    letters += Math.max(1, (at < 0 ? this.length : at) - from)
    return at
  }
  String.prototype.slice = function (from, to) {
    const piece = slice.call(this, from, to)
    letters += piece.length
    return piece
  }
  String.prototype.normalize = function (form?: string) {
    letters += this.length
    return normalize.call(this, form as string)
  }
  try {
    work()
  } finally {
    RegExp.prototype.exec = exec
    Object.assign(String.prototype, { indexOf, slice, normalize })
  }
  return letters
}
