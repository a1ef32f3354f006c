/** For so long after somebody signed in, or wrote the password again, roles and credentials can be changed. */
export const stepUpMinutes = 30
