import { ownCookie, ownName } from "@/lib/auth/own-cookie"

const secondStepCookie = "masthead-second-step"

/** For so long after the first step the second one can be taken. */
export const pendingMinutes = 10

type Jar = {
  get: (name: string) => { value: string } | undefined
  set: (cookie: ReturnType<typeof ownCookie>) => unknown
}

/** Keeps in the browser which sign-in waits for its second step; without a token it is cleared. */
export function keepSecondStep(jar: Jar, token: string | null): void {
  const days = pendingMinutes / (24 * 60)
  jar.set(ownCookie(secondStepCookie, token === null ? null : { value: token, days }))
}

export function secondStepIn(jar: Jar): string {
  return jar.get(ownName(secondStepCookie))?.value ?? ""
}
