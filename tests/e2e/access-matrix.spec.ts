import { testAccess } from "../support/access-matrix.ts"
import { testForged } from "../support/forged-matrix.ts"

testAccess()
testForged()
