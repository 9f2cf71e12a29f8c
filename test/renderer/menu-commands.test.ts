import { expect, test } from 'vitest'
import { createMenuCommands } from '../../src/renderer/api/menu-commands.ts'

test('команду делает тот, кто сказал последним; после него — прежний', () => {
  const done: string[] = []
  const commands = createMenuCommands()
  commands.on('find', () => done.push('первый'))
  const stop = commands.on('find', () => done.push('второй'))
  commands.give('find')
  stop()
  commands.give('find')
  expect(done).toEqual(['второй', 'первый'])
})

test('некому сделать — ведёт на экран, и тот её берёт один раз', () => {
  const done: string[] = []
  const commands = createMenuCommands()
  commands.give('pdfExport')
  const stop = commands.otherwise((command) => done.push(`ведёт ${command}`))
  commands.give('pdfExport')
  commands.on('pdfExport', () => done.push('выпуск'))
  commands.on('pdfExport', () => done.push('ещё раз'))
  expect(done).toEqual(['ведёт pdfExport', 'выпуск'])
  stop()
})

test('ждёт только последняя, и не дольше, чем открыта редакция', () => {
  const done: string[] = []
  const commands = createMenuCommands()
  const stop = commands.otherwise(() => undefined)
  commands.give('filesImport')
  commands.give('pdfExport')
  commands.on('filesImport', () => done.push('приём'))
  stop()
  commands.on('pdfExport', () => done.push('выпуск'))
  expect(done).toEqual([])
})
