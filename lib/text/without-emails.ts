/**
 * A sentence for people and logs that names nobody: addresses are taken out.
 * @param recipient an address that is taken out also where only half of it is there
 */
export function withoutEmails(text: string, recipient = ""): string {
  const line = text.slice(0, 2000).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
  const local = recipient.slice(0, Math.max(0, recipient.lastIndexOf("@")))
  const unnamed = (recipient ? line.replaceAll(new RegExp(literal(recipient), "gi"), "[address]") : line)
    .replace(/<[^<>]*>/g, "[address]")
    .replace(/[^\s"'(),:;[\]]*@[^\s"'(),:;[\]]+/g, "[address]")
  const bare = local ? unnamed.replaceAll(new RegExp(standingAlone(local), "giu"), "[address]") : unnamed
  return bare.trim().slice(0, 300)
}

function standingAlone(word: string): string {
  return `(?<![\\p{L}\\p{N}])${literal(word)}(?![\\p{L}\\p{N}])`
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
}
