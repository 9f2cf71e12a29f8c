import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

const spaceAfter = (bytes: number): number => {
  const script = `
    import { getHeapSpaceStatistics } from 'node:v8'
    import { settleYoungSpace } from ${JSON.stringify(new URL('../../src/cli/young-space.ts', import.meta.url).href)}
    settleYoungSpace(${bytes})
    const space = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')
    console.log(space.space_used_size + space.space_available_size)`
  // A process of its own: what is set here holds for the whole of it.
  return Number(execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', script], { encoding: 'utf8' }))
}

test('the space for new things grows to what is asked for, and does not begin beyond it', () => {
  const asked = 4 * 1024 * 1024
  const space = spaceAfter(asked)
  expect(space).toBeGreaterThan(asked * 0.75)
  expect(space).toBeLessThan(asked * 1.25)
})
