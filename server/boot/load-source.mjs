import path from "node:path"
import { pathToFileURL } from "node:url"
import { root } from "./digest.mjs"
import { install } from "./install.mjs"

/**
 * A module of the sources, for commands that need the packages and neither a database nor a build.
 * @param {string} file
 * @param {string} tsconfig
 */
export async function loadSource(file, tsconfig) {
  await install()
  const { tsImport } = await import("tsx/esm/api")
  return tsImport(pathToFileURL(path.join(root, file)).href, {
    parentURL: import.meta.url,
    tsconfig: path.join(root, tsconfig),
  })
}
