/** Moments of sending at which a crash would hurt most; a test stops the process there. */
export const crashPoints = [
  'preparingWritten',
  'preparedWritten',
  'lookedUp',
  'beforeUpload',
  'uploadAnswered',
  'uploadWritten',
  'beforeSending',
  'sendingWritten',
  'decisionRemembered',
  'answered',
  'outcomeWritten',
  'articleSettled',
] as const
export type CrashPoint = (typeof crashPoints)[number]

/** What sending needs beside the newsroom. */
export interface SendingDependencies {
  /** Resolves after so many milliseconds; keeps the pace a channel asks for. */
  readonly wait: (ms: number) => Promise<void>
  readonly crashPoint: (point: CrashPoint) => Promise<void> | void
}

export const sendingDependencies: SendingDependencies = {
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  crashPoint: () => undefined,
}
