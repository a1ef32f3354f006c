import { bellfieldOpensAtSix } from "./stories/bellfield-opens-at-six.ts"
import { fortyMinutesWithoutCars } from "./stories/forty-minutes-without-cars.ts"
import { onePlotThreeFamilies } from "./stories/one-plot-three-families.ts"
import { theVanThatStoppedComing } from "./stories/the-van-that-stopped-coming.ts"
import { twentySixYearsAtTheSideOfAPool } from "./stories/twenty-six-years-at-the-side-of-a-pool.ts"
import type { Story } from "./story.ts"

/** Everything the demo publication has written. */
export const stories: Story[] = [
  bellfieldOpensAtSix,
  theVanThatStoppedComing,
  twentySixYearsAtTheSideOfAPool,
  fortyMinutesWithoutCars,
  onePlotThreeFamilies,
]
