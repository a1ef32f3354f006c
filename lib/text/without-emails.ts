/** A sentence for people and logs that names nobody: addresses are taken out, also when only half is there. */
export function withoutEmails(text: string, recipient: string): string {
  const local = recipient.slice(0, Math.max(0, recipient.lastIndexOf("@")))
  const whole = text
    .slice(0, 2000)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replaceAll(new RegExp(literal(recipient), "gi"), "[address]")
    .replace(/<[^<>]*>/g, "[address]")
    .replace(/[^\s"'(),:;[\]]*@[^\s"'(),:;[\]]+/g, "[address]")
  const bare = local ? whole.replaceAll(new RegExp(standingAlone(local), "giu"), "[address]") : whole
  return bare.trim().slice(0, 300)
}

function standingAlone(word: string): string {
  return `(?<![\\p{L}\\p{N}])${literal(word)}(?![\\p{L}\\p{N}])`
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
}
