/** What is typed to make sure that everything is to be erased. */
export const eraseWord = "ERASE"
