import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server"
import type { FormState } from "@/lib/form-state"

export type PasskeyOptions = PublicKeyCredentialCreationOptionsJSON | PublicKeyCredentialRequestOptionsJSON

/** The answer to a form about a passkey: first what the authenticator is asked, then what became of it. */
export type PasskeyState = FormState | { status: "asked"; options: PasskeyOptions }

/** The answer to a form about the authenticator app; recovery codes are in it once, and nowhere later. */
export type TotpState = FormState | { status: "codes"; message: string; codes: string[] }

export type OwnPasskey = {
  id: number
  name: string
  backedUp: boolean
  createdAt: Date
  lastUsedAt: Date | null
}

/** What somebody sees of how they sign in. */
export type OwnCredentials = {
  passkeys: OwnPasskey[]
  totp:
    | { state: "off" }
    /** Begun, and shown until a code confirms it: the key as text, as a link, and as a picture to scan. */
    | { state: "begun"; secret: string; address: string; picture: string }
    | { state: "on"; since: Date; codesLeft: number }
  /** Whether they proved lately who they are, so that changes ask for nothing more. */
  isConfirmed: boolean
}

/** Why a change of a credential, or a proof by one, was refused. */
export type CredentialRefusal =
  | "stale"
  | "wrong-passkey"
  | "copied-passkey"
  | "known-passkey"
  | "not-yours"
  | "too-many-passkeys"
  | "no-passkey"
  | "held-back"
  | "last"
  | "totp-on"
  | "totp-off"
  | "wrong-code"
  | "gone"

export type RefusedChange = { ok: false; reason: CredentialRefusal }

/** Refused before it was looked at. */
export type RefusedTry = { ok: false; reason: "too-many"; retryAfterSeconds: number }

export type CredentialOutcome = { ok: true } | RefusedChange

/** So many passkeys one person can have. */
export const mostPasskeys = 20
