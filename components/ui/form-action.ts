import type { FormState } from "@/lib/form-state"

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>
