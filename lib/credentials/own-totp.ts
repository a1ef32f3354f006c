import "server-only"
import type { totpSecrets } from "@/db/schema/credentials"
import { openTotpKey, spacedKey, totpAddress, totpPicture } from "@/lib/credentials/totp"
import type { OwnCredentials } from "@/lib/credentials/types"

/** What somebody sees of their authenticator app; the key only until a code confirms it. */
export function ownTotpOf(
  {
    totp,
    isBegun,
    codesLeft,
  }: { totp: typeof totpSecrets.$inferSelect | null; isBegun: boolean; codesLeft: number },
  account: { email: string; publicationName: string },
): OwnCredentials["totp"] {
  if (totp?.confirmedAt) return { state: "on", since: totp.confirmedAt, codesLeft }
  if (!totp || !isBegun) return { state: "off" }
  const key = openTotpKey(totp.secretSealed)
  const address = totpAddress({ key, ...account })
  return { state: "begun", secret: spacedKey(key), address, picture: totpPicture(address) }
}
