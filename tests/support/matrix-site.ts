/** What in the environment tells tests where a publication is. */
export type MatrixSite = Record<
  "DATA_DIR" | "DATABASE_URL" | "TEST_DATABASE_OWNER" | "TEST_URL" | "SITE_URL",
  string
>

/** From now on this worker's tests are about the publication of the access matrices; answers where it is. */
export function useMatrixSite(): MatrixSite {
  const site = JSON.parse(process.env.TEST_MATRIX_SITE ?? "{}") as MatrixSite
  Object.assign(process.env, site)
  return site
}
