/** What a process of the bench's own needs to run TypeScript. */
export const execArgv = ["--import", "tsx"]
