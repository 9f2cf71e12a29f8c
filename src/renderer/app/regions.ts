/** Moves focus to the next (`1`) or previous (`-1`) region of the window, in the order they stand in. */
export const moveToRegion = (root: ParentNode, step: 1 | -1): void => {
  const regions = [...root.querySelectorAll<HTMLElement>('nav, header, main, aside, [data-region]')].filter(
    (region) => region.offsetParent !== null,
  )
  if (regions.length === 0) return
  const active = document.activeElement
  const holding = regions.flatMap((region, at) => (region.contains(active) ? [at] : [])).at(-1) ?? (step === 1 ? -1 : 0)
  for (let turn = 1; turn <= regions.length; turn += 1) {
    const region = regions[(holding + step * turn + regions.length * 2) % regions.length]
    if (!region) return
    const target = region.querySelector<HTMLElement>(
      '[tabindex="0"], a[href], button:not(:disabled), input:not(:disabled), select, textarea, [contenteditable="true"]',
    )
    if (target) {
      target.focus()
      return
    }
  }
}
