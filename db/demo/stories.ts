import { aClassWroteItsOwnPhoneRules } from "./stories/a-class-wrote-its-own-phone-rules.ts"
import { aYearOfSundayWalks } from "./stories/a-year-of-sunday-walks.ts"
import { arabicStoryHour } from "./stories/arabic-story-hour.ts"
import { bellfieldOpensAtSix } from "./stories/bellfield-opens-at-six.ts"
import { crecheStays } from "./stories/creche-stays.ts"
import { fortyMinutesWithoutCars } from "./stories/forty-minutes-without-cars.ts"
import { foundOneTortoise } from "./stories/found-one-tortoise.ts"
import { nightTrainWithTwoSmallChildren } from "./stories/night-train-with-two-small-children.ts"
import { nineThingsForAWetSaturday } from "./stories/nine-things-for-a-wet-saturday.ts"
import { onePlotThreeFamilies } from "./stories/one-plot-three-families.ts"
import { redLentilsForNine } from "./stories/red-lentils-for-nine.ts"
import { sevenLegs } from "./stories/seven-legs.ts"
import { theBagByTheDoor } from "./stories/the-bag-by-the-door.ts"
import { theLostPropertyCupboard } from "./stories/the-lost-property-cupboard.ts"
import { theRepairTable } from "./stories/the-repair-table.ts"
import { theVanThatStoppedComing } from "./stories/the-van-that-stopped-coming.ts"
import { twentySixYearsAtTheSideOfAPool } from "./stories/twenty-six-years-at-the-side-of-a-pool.ts"
import type { DemoStory } from "./story.ts"

/** Everything the demo publication has written, newest first. */
export const stories: DemoStory[] = [
  aYearOfSundayWalks,
  theLostPropertyCupboard,
  bellfieldOpensAtSix,
  theVanThatStoppedComing,
  twentySixYearsAtTheSideOfAPool,
  redLentilsForNine,
  fortyMinutesWithoutCars,
  crecheStays,
  onePlotThreeFamilies,
  aClassWroteItsOwnPhoneRules,
  theRepairTable,
  nightTrainWithTwoSmallChildren,
  foundOneTortoise,
  sevenLegs,
  arabicStoryHour,
  nineThingsForAWetSaturday,
  theBagByTheDoor,
]
