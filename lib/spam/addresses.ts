/** Each of these begins at a letter that nothing before it can take, and none repeats a repetition. */
export const addressPatterns = {
  links: /(?:https?:\/\/|\bwww\.)[^\s<>"'[\]]{1,2000}/gi,
  mails: /\b[\w.+-]{1,64}@[a-z0-9-]{1,63}\.[a-z0-9.-]{2,100}/gi,
  bare: /\b[a-z0-9-]{1,40}\.(?:[a-z0-9-]{1,40}\.)?(?:com|net|org|info|biz|ru|cn|xyz|top|site|online|shop|ly|me|io|co|tk|vip|live|click|link|club|app|store|pro|icu|bet|win|tv|eu|de|fr|nl|pl|space|website)\b(?:\/[^\s<>"'[\]]{0,300})?/gi,
  phones: /\+?\(?\d[\d\s().-]{6,20}\d/g,
}

/** Where an address leads, without `www.`; the two last parts of a longer name. */
export function shortHost(address: string): string | null {
  const host = /^[\p{L}\p{N}.-]{1,200}/u
    .exec(address.toLowerCase())?.[0]
    .replace(/^www\.|(?<![.-])[.-]+$/g, "")
  if (!host) return null
  return [...host.split(".").slice(-2).join(".")].slice(0, 60).join("")
}
