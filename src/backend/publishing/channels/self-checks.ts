import type { ChannelCheck } from '../../../shared/publishing/channel.ts'

/** One thing that is looked at: a complaint where it fails. */
export interface Look {
  /** What is looked at, for people. */
  readonly name: string
  readonly run: () => Promise<string | null>
}

interface Looked {
  readonly problem: string | null
  readonly checks: readonly ChannelCheck[]
}

/** Looks at one thing after another. The first that fails ends the test: those after it stand on it and are passed over. */
export const lookAt = async (looks: readonly Look[]): Promise<Looked> => {
  const checks: ChannelCheck[] = []
  let problem: string | null = null
  for (const { name, run } of looks) {
    const complaint: string | null = problem === null ? await run() : null
    checks.push({ name, state: complaint !== null ? 'failed' : problem === null ? 'passed' : 'skipped', note: complaint })
    problem ??= complaint
  }
  return { problem, checks }
}
