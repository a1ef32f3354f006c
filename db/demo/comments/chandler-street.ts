import { type Said, said } from "../conversation.ts"

export const chandlerStreetThread: Said[] = [said("Bev Stannard", "I did not swear quietly. Otherwise fair.")]
