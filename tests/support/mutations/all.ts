import { authorMutations } from "./authors.ts"
import { commentMutations } from "./comments.ts"
import { frameMutations } from "./frame.ts"
import type { Mutation } from "./mutation.ts"
import { pageMutations } from "./pages.ts"
import { pictureMutations } from "./pictures.ts"
import { settingMutations } from "./settings.ts"
import { storyMutations } from "./stories.ts"

/** Every way in which what readers see can change, and some in which it must not. */
export const mutations: Record<string, Mutation> = {
  ...commentMutations,
  ...storyMutations,
  ...authorMutations,
  ...pageMutations,
  ...pictureMutations,
  ...settingMutations,
  ...frameMutations,
}
