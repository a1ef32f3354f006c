import { testAccess } from "../support/access-matrix.ts"
import { freePort, startApp } from "../support/app.ts"
import { test } from "../support/fixtures.ts"
import { testForged } from "../support/forged-matrix.ts"
import { useMatrixSite } from "../support/matrix-site.ts"
import { startProxy } from "../support/proxy.ts"

// A second instance over the same database, which the world reaches through a reverse proxy.
test.use({
  baseAddress: [
    async ({}, use) => {
      const site = useMatrixSite()
      const port = await freePort()
      const proxy = await startProxy(port)
      const app = await startApp({
        PORT: String(port),
        SITE_URL: proxy.url,
        DATABASE_URL: site.TEST_DATABASE_OWNER,
        DATA_DIR: site.DATA_DIR,
        DEMO: "off",
      })
      await use(proxy.url)
      await proxy.stop()
      await app.stop()
    },
    { scope: "worker" },
  ],
})

testAccess()
testForged()
