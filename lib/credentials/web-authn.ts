import "server-only"

/** Megabytes of certificate formats that most requests never need, so the library is loaded when somebody has a passkey. */
export const webAuthn = () => import("@simplewebauthn/server")
