import { sql } from "drizzle-orm"
import { boolean, check, index, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import { bytes, id, moment, reference } from "./columns.ts"
import { staff } from "./staff.ts"

const ofStaff = () =>
  reference()
    .notNull()
    .references(() => staff.id, { onDelete: "cascade" })

/** A WebAuthn credential that its authenticator can find by itself, so that no address is typed to sign in with it. */
export const passkeys = pgTable(
  "passkeys",
  {
    id: id(),
    staffId: ofStaff(),
    /** As the authenticator named it. */
    credentialId: bytes().notNull(),
    /** In COSE form. */
    publicKey: bytes().notNull(),
    /** How often the authenticator says it has signed; 0 for those that do not count. */
    counter: reference().notNull(),
    transports: text().array().notNull(),
    name: text().notNull(),
    /** Whether its owner's other devices have it too. */
    backedUp: boolean().notNull(),
    createdAt: moment().notNull().defaultNow(),
    lastUsedAt: moment(),
  },
  (t) => [
    uniqueIndex("passkeys_credential_id_key").on(t.credentialId),
    index("passkeys_staff_id_idx").on(t.staffId),
    check("passkeys_name_length", sql`length(${t.name}) between 1 and 100`),
    check("passkeys_credential_id_length", sql`length(${t.credentialId}) between 1 and 1023`),
  ],
)

export const challengePurpose = pgEnum("challenge_purpose", ["register", "sign_in", "second_step", "confirm"])

/** What an authenticator is asked to sign. Its row goes when it is used, so that a copied answer finds none. */
export const passkeyChallenges = pgTable(
  "passkey_challenges",
  {
    challengeHash: bytes().primaryKey(),
    purpose: challengePurpose().notNull(),
    /** The session, or the hash of the browser's cookie, in which alone it can be answered. */
    boundTo: text().notNull(),
    /** Who is asked; null where the passkey tells. */
    staffId: reference().references(() => staff.id, { onDelete: "cascade" }),
    expiresAt: moment().notNull(),
  },
  (t) => [index("passkey_challenges_expires_at_idx").on(t.expiresAt)],
)

/** The key that somebody shares with their authenticator app (RFC 6238). It counts once a code has confirmed it. */
export const totpSecrets = pgTable("totp_secrets", {
  staffId: ofStaff().primaryKey(),
  secretSealed: bytes().notNull(),
  createdAt: moment().notNull().defaultNow(),
  confirmedAt: moment(),
  /** The newest time step of which a code was used: no code of it or of an older one is taken again. */
  lastStep: reference().notNull().default(0),
})

/** Codes that stand in for the app once each. All of one person's share a salt, so that a guess is hashed once. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    id: id(),
    staffId: ofStaff(),
    salt: bytes().notNull(),
    /** argon2id. */
    codeHash: bytes().notNull(),
    usedAt: moment(),
  },
  (t) => [uniqueIndex("recovery_codes_hash_key").on(t.staffId, t.codeHash)],
)

/** Somebody who has given a right password, or used a mailed link, and still has to give their second factor. */
export const pendingSignIns = pgTable(
  "pending_sign_ins",
  {
    tokenHash: bytes().primaryKey(),
    staffId: ofStaff(),
    expiresAt: moment().notNull(),
  },
  (t) => [index("pending_sign_ins_staff_id_idx").on(t.staffId)],
)
