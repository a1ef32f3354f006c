import { testAccess } from "../support/access-matrix.ts"
import { test } from "../support/fixtures.ts"
import { testForged } from "../support/forged-matrix.ts"
import { useMatrixSite } from "../support/matrix-site.ts"

test.use({
  baseAddress: [({}, use) => use(useMatrixSite().TEST_URL), { scope: "worker" }],
})

testAccess()
testForged()
