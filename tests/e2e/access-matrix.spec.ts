import { testAccess } from "../support/access-matrix.ts"

testAccess()
