/** Places whose zone engines still list by a former name, so that values that are stored stay the same. */
const presentNames: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Asmara",
  "America/Coral_Harbour": "Atikokan",
  "America/Godthab": "Nuuk",
  "Asia/Calcutta": "Kolkata",
  "Asia/Katmandu": "Kathmandu",
  "Asia/Rangoon": "Yangon",
  "Asia/Saigon": "Ho Chi Minh",
  "Atlantic/Faeroe": "Faroe",
  "Europe/Kiev": "Kyiv",
  "Pacific/Enderbury": "Kanton",
  "Pacific/Ponape": "Pohnpei",
  "Pacific/Truk": "Chuuk",
}

/** A zone's place within its part of the world, as `Argentina / La Rioja`, by the name that it has in today's IANA list. */
export function zoneName(zone: string): string {
  const place = zone.slice(zone.indexOf("/") + 1)
  return presentNames[zone] ?? place.replaceAll("_", " ").replaceAll("/", " / ")
}
