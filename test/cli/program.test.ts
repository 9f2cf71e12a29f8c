import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }

test('«npx newsroom» работает и после новой сборки: файл программы можно запустить', async () => {
  const program = resolve(import.meta.dirname, '../..', manifest.bin.newsroom)
  await expect(access(program, process.platform === 'win32' ? constants.R_OK : constants.X_OK)).resolves.toBeUndefined()
})
