import type { Limit } from "@/lib/visitors/rate-limit"

/** Test messages of one admin. */
export const testsOfOne: Limit = { name: "mail-test", max: 10, seconds: 3600 }
