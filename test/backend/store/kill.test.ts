import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openNewsroom } from '../../../src/backend/newsroom.ts'
import { nodeEnvironment } from '../../../src/backend/node-environment.ts'
import { checkWorkspace } from '../../../src/backend/workspace/check-workspace.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'

const program = join(import.meta.dirname, 'typing-child.ts')
/** Node 24 from the packages, wherever the tests themselves are run. */
const node = join(import.meta.dirname, '../../../node_modules/node/bin/node')

/** Runs the child until it has told of so many edits, kills it, and returns the length it was last told is safe. */
const killedAfter = async (edits: number, folder: string, home: string): Promise<number> => {
  const child = spawn(existsSync(node) ? node : process.execPath, [program, folder, home], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let told = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (chunk: string) => {
    told += chunk
    if (told.split('\n').length > edits) child.kill('SIGKILL')
  })
  await once(child, 'close')
  expect(child.signalCode).toBe('SIGKILL')
  return Number(told.trimEnd().split('\n').at(-1))
}

test('S2 S5 S8: what a killed process was told is saved is there, and its lock is no obstacle', async () => {
  const root = await temporaryFolder()
  const [folder, home] = [join(root, 'newsroom'), join(root, 'home')]
  // The third run passes the length at which a journal is folded.
  for (const edits of [3, 17, 500]) {
    const acknowledged = await killedAfter(edits, folder, home)
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
