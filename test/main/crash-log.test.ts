import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appendCrash, crashRecord, type LogFiles, largestLog } from '../../src/main/crash-log.ts'
import { describeError, withoutPlaces } from '../../src/main/redact.ts'

const places = [
  ['/opt/newsroom', '<программа>'],
  ['/home/anna/.config/newsroom', '<настройки>'],
  ['/home/anna', '~'],
] as const

/** An error as the engine makes it, thrown somewhere in the program. */
const thrown = (message: string, more: object = {}): Error => {
  const error = Object.assign(new TypeError(message), more)
  error.stack = `TypeError: ${message}\n    at openArticle (file:///opt/newsroom/out/main/index.js:10:5)\n    at async run (/home/anna/x.js:1:2)\n    at node:internal/process:5:1`
  return error
}

describe('что остаётся от ошибки', () => {
  test('класс, код и места, без слов', () => {
    expect(describeError(thrown('Заголовок «Пленум» не годится', { code: 'ENOSPC' }), places)).toBe(
      [
        'TypeError ENOSPC',
        '    at openArticle (file://<программа>/out/main/index.js:10:5)',
        '    at async run (~/x.js:1:2)',
        '    at node:internal/process:5:1',
      ].join('\n'),
    )
  })

  test('ни одно слово сообщения не проходит, даже похожее на место в программе', () => {
    const secret = fc.stringMatching(/^[a-zA-Zа-яА-Я0-9:]{8,30}$/).map((word) => `тайна${word}`)
    fc.assert(
      fc.property(secret, fc.constantFrom(' ', '\n    at ', '\n    at x (file:///', '\n'), (word, glue) => {
        const message = `ключ${glue}${word}:1:2)${glue}${word}`
        for (const error of [thrown(message), new Error(message), thrown('', { cause: new RangeError(message) })])
          expect(describeError(error, places)).not.toContain(word)
      }),
    )
  })

  test('имя и код с чужими словами не проходят', () => {
    const error = thrown('', { code: 'слово' })
    error.name = 'Привет, мир'
    expect(describeError(error, places).split('\n')[0]).toBe('Error')
  })

  test('брошенная строка не попадает в журнал', () => {
    expect(describeError('токен 12345', places)).toBe('брошено не исключение, а string')
  })

  test('причины — не глубже трёх, кольцо не страшно', () => {
    const ring = thrown('')
    ring.cause = ring
    expect(describeError(ring, places).match(/причина/g)).toHaveLength(3)
  })

  test('папки человека заменены, вложенная раньше внешней, и на Windows', () => {
    expect(withoutPlaces('/home/anna/.config/newsroom/x', places)).toBe('<настройки>/x')
    expect(withoutPlaces('C:\\Users\\Анна\\x', [['C:\\Users\\Анна', '~']])).toBe('~/x')
    expect(withoutPlaces('file:///C:/Users/%D0%90%D0%BD%D0%BD%D0%B0/x', [['C:\\Users\\Анна', '~']])).toBe('file:///~/x')
  })
})

describe('журнал', () => {
  const context = { versions: { newsroom: '0.2.0', electron: '45.4.1' }, platform: 'linux x64', places }

  test('запись: время, версии, процесс', () => {
    const gone = { kind: 'window', reason: 'crashed', exitCode: 139, process: null } as const
    expect(crashRecord(gone, Date.UTC(2026, 10, 24), context)).toBe(
      '2026-11-24T00:00:00.000Z window; newsroom 0.2.0, electron 45.4.1, linux x64\ncrashed, код выхода 139\n\n',
    )
    const gpu = { kind: 'process', reason: 'oom\nтекст', exitCode: null, process: 'GPU' } as const
    expect(crashRecord(gpu, 0, context)).toContain('GPU, неизвестно')
    expect(crashRecord({ kind: 'unresponsive' }, 0, context)).toContain('окно не отвечает')
  })

  const memory = (sizes: Record<string, number>, broken: readonly (keyof LogFiles)[] = []) => {
    const done: string[] = []
    const guard = (name: keyof LogFiles) => {
      if (broken.includes(name)) throw Object.assign(new Error(), { code: 'ENOSPC' })
    }
    const files: LogFiles = {
      size: (path) => sizes[path] ?? null,
      rename: (from, to) => {
        guard('rename')
        done.push(`${from} → ${to}`)
      },
      append: (path) => {
        guard('append')
        done.push(path)
      },
    }
    return { files, done }
  }

  test('большой журнал откладывается, маленький растёт', () => {
    const small = memory({ log: 10 })
    appendCrash(small.files, 'log', 'запись')
    expect(small.done).toEqual(['log'])
    const large = memory({ log: largestLog })
    appendCrash(large.files, 'log', 'запись')
    expect(large.done).toEqual(['log → log.1', 'log'])
  })

  test('сломанный диск не прячет ошибку', () => {
    const { files, done } = memory({ log: largestLog }, ['rename'])
    appendCrash(files, 'log', 'запись')
    expect(done).toEqual(['log'])
    expect(() => appendCrash(memory({}, ['append']).files, 'log', 'запись')).not.toThrow()
  })
})
