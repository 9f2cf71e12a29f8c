import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openNewsroom } from '../../../src/backend/newsroom.ts'
import { nodeEnvironment } from '../../../src/backend/node-environment.ts'
import { checkWorkspace } from '../../../src/backend/workspace/check-workspace.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'
import { killWhileTyping } from '../../helpers/typing-kills.ts'

test('S2 S5 S8: what a killed process was told is saved is there, and its lock is no obstacle', async () => {
  const root = await temporaryFolder()
  const [folder, home] = [join(root, 'newsroom'), join(root, 'home')]
  // The third run passes the length at which a journal is folded.
  for (const edits of [3, 17, 500]) {
    const acknowledged = await killWhileTyping(folder, home, edits)
    const environment = { ...nodeEnvironment(), home }
    const opened = await openNewsroom(environment, folder, () => undefined)
    if (!opened.ok) throw new Error(opened.failure.what)
    expect(opened.value.readOnly).toBe(false)
    const [id = ''] = opened.value.articles.ids()
    const { deck } = await opened.value.articles.content(id)
    expect(deck.length).toBeGreaterThanOrEqual(acknowledged)
    expect(deck.length - acknowledged).toBeLessThanOrEqual(300 * 2)
    await opened.value.close()
    const findings = await checkWorkspace(environment, folder, false)
    expect(findings.filter(({ problem }) => !/без записи о его пути/.test(problem))).toEqual([])
  }
})
