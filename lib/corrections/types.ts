import type { correctionKind, correctionPlace } from "@/db/schema/corrections"

export type CorrectionKind = (typeof correctionKind.enumValues)[number]
export type CorrectionPlace = (typeof correctionPlace.enumValues)[number]

export type CorrectionRefusal = "not-allowed" | "not-published" | "not-found"
export type CorrectionOutcome = { ok: true } | { ok: false; reason: CorrectionRefusal }
