import { headers } from "next/headers"
import { PasskeyPanel } from "@/components/credentials/passkey-panel"
import { TotpPanel } from "@/components/credentials/totp-panel"
import { Panel } from "@/components/desk/panel"
import { buttonClass } from "@/components/ui/button"
import { deviceWords } from "@/lib/auth/device-words"
import type { OwnCredentials } from "@/lib/credentials/types"
import { passkeyAction, totpAction } from "../../desk/me/actions"

type Props = { credentials: OwnCredentials; isHeldBack: boolean; next: string }

/**
 * Sets up a first second factor. The way on stands below the recovery codes, and what is above it stays in its place, so that
 * an answer finds its form.
 */
export async function SetUp({ credentials: { passkeys, totp, isConfirmed }, isHeldBack, next }: Props) {
  const sent = await headers()
  return (
    <div className="flex flex-col gap-8">
      {isHeldBack ? (
        <p className="text-ink-soft">
          Your role requires a second factor. Set up one of these to go on to the desk.
        </p>
      ) : null}
      <Panel title="Authenticator app">
        <TotpPanel action={totpAction} totp={totp} needsPassword={!isConfirmed} />
      </Panel>
      <Panel title="Passkeys">
        <PasskeyPanel
          action={passkeyAction}
          passkeys={passkeys}
          suggested={deviceWords(sent.get("user-agent") ?? "")}
          needsPassword={!isConfirmed}
        />
      </Panel>
      {isHeldBack ? null : (
        <p>
          <a href={next} className={buttonClass()}>
            Go to the desk
          </a>
        </p>
      )}
    </div>
  )
}
