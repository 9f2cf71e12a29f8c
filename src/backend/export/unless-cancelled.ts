/** How often a waiting job looks whether it was cancelled: well within what a person takes for at once. */
const watchEvery = 50

/** What the work comes to, or null as soon as the job is cancelled; the work itself then ends unheard. */
export const unlessCancelled = async <Value>(work: Promise<Value>, cancelled: () => boolean): Promise<Value | null> => {
  let watch: NodeJS.Timeout | undefined
  const stopped = new Promise<null>((resolve) => {
    watch = setInterval(() => {
      if (cancelled()) resolve(null)
    }, watchEvery)
  })
  // Nobody waits for it after a cancel, so its failure is nobody's.
  work.catch(() => undefined)
  try {
    return await Promise.race([work, stopped])
  } finally {
    clearInterval(watch)
  }
}
