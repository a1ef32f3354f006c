import type { CDPSession, Page } from "@playwright/test"

/** An authenticator that Chromium plays, in one page: with keys of its own, and somebody who always agrees. */
export async function plugInAuthenticator(page: Page): Promise<VirtualAuthenticator> {
  const session = await page.context().newCDPSession(page)
  await session.send("WebAuthn.enable")
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "usb",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return new VirtualAuthenticator(session, authenticatorId)
}

type Credential = { credentialId: string; privateKey: string; signCount: number }

export class VirtualAuthenticator {
  readonly #session: CDPSession
  readonly #id: string

  constructor(session: CDPSession, id: string) {
    this.#session = session
    this.#id = id
  }

  async credentials(): Promise<Credential[]> {
    const { credentials } = await this.#session.send("WebAuthn.getCredentials", { authenticatorId: this.#id })
    return credentials
  }

  /** Puts its only passkey back as it was a while ago, as a copy of it would be. */
  async turnBackCounter(signCount: number): Promise<void> {
    const { credentials } = await this.#session.send("WebAuthn.getCredentials", { authenticatorId: this.#id })
    const [credential] = credentials
    if (!credential) throw new Error("The authenticator has no passkey.")
    await this.#session.send("WebAuthn.clearCredentials", { authenticatorId: this.#id })
    await this.#session.send("WebAuthn.addCredential", {
      authenticatorId: this.#id,
      credential: { ...credential, signCount },
    })
  }

  /** The person walks away with it. */
  async unplug(): Promise<void> {
    await this.#session.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId: this.#id })
  }
}
