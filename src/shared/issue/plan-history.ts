import { z } from 'zod'

/** One change of a flatplan: what moved from which page to which, null being no page of this issue. */
export const planStepSchema = z.object({
  /** Milliseconds since 1970. */
  at: z.number(),
  /** Id of who did it; null where nobody said. */
  person: z.string().nullable(),
  moves: z.array(z.object({ article: z.string(), headline: z.string(), from: z.number().nullable(), to: z.number().nullable() })),
  /** Pages whose own plan changed. */
  pages: z.array(z.number()),
})
export type PlanStep = z.infer<typeof planStepSchema>

export const planHistorySchema = z.object({ schemaVersion: z.literal(1), steps: z.array(planStepSchema) })
export type PlanHistory = z.infer<typeof planHistorySchema>

/** Steps kept of one issue; a week of hard work makes some hundreds. */
const mostSteps = 2000

/** The history with one step more; a step that moved nothing and changed no page is none. */
export const withStep = (history: PlanHistory, step: PlanStep): PlanHistory =>
  step.moves.length + step.pages.length === 0 ? history : { ...history, steps: [...history.steps, step].slice(-mostSteps) }
