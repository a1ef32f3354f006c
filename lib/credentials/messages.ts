import { type CredentialRefusal, mostPasskeys } from "@/lib/credentials/types"

export const credentialRefusals: Record<CredentialRefusal, string> = {
  stale: "That took too long, or was answered already. Try again.",
  "wrong-passkey": "This passkey is not registered here. Try another, or sign in another way.",
  "copied-passkey":
    "This passkey was refused: it seems to have been copied. If you have another way to sign in, use it and remove this passkey from your account.",
  "known-passkey": "This passkey is in use already.",
  "not-yours": "This passkey is not one of yours.",
  "too-many-passkeys": `You have ${mostPasskeys} passkeys, which is the most. Remove one first.`,
  "no-passkey": "This passkey was removed already. Reload the page.",
  "held-back": "Enter your second factor first. If you are not asked for it, sign out and sign in again.",
  last: "Your role requires a second factor, and this is the only one you have. Add another first.",
  "totp-on": "Your authenticator app is turned on already. Turn it off first to set up another one.",
  "totp-off": "Your authenticator app is not turned on. Reload the page.",
  "wrong-code":
    "This code is not right, or was used already. Wait for the next one, and check that the clock of your device is right.",
  gone: "This sign-in has ended. Begin again.",
}

export const credentialDone = {
  added: "The passkey is added. You can sign in with it from now on.",
  removed: "The passkey is removed. Nobody can sign in with it any more.",
  totpBegun: "Scan the picture with your authenticator app, then type the code that it shows.",
  totpOff: "Your authenticator app is turned off, and its recovery codes no longer work.",
  confirmed: "Thank you. Now press the button again.",
}

export const totpIsOn =
  "Your authenticator app is turned on. Keep these recovery codes somewhere safe: they are shown only now."

export const newCodes =
  "These are your new recovery codes. The old ones no longer work. Keep these somewhere safe: they are shown only now."

/** A form about a passkey that was sent without scripts. */
export const needsScripts = "Passkeys work only where your browser runs scripts."
