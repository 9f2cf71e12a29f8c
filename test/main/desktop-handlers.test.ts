import { describe, expect, test } from 'vitest'
import { type DesktopParts, desktopDispatch } from '../../src/main/desktop-handlers.ts'
import { type DesktopMemory, type DesktopState, openDesktopMemory } from '../../src/main/desktop-state.ts'
import { createDialogs, type SystemDialogs } from '../../src/main/dialogs.ts'
import { createOffers } from '../../src/main/open-files.ts'
import { desktopApi } from '../../src/shared/desktop/api.ts'
import { desktopTexts } from '../../src/shared/desktop/texts/texts.ts'
import { testEnvironment } from '../helpers/newsroom.ts'
import { temporaryFolder } from '../helpers/temporary.ts'

const start = (more: Partial<DesktopParts> = {}) => {
  const done: string[] = []
  const offers = createOffers(() => undefined)
  const dispatch = desktopDispatch({
    files: { facts: async (path) => (path.startsWith('/есть') ? { size: 1, modifiedAt: 0, folder: false } : null) },
    texts: () => desktopTexts.ru,
    dialogsOf: (window) => ({
      folder: async ({ title }) => `/выбрано/${window}/${title}`,
      files: async (_words, kinds) => kinds.map((kind) => `/a.${kind}`),
      saveFile: async () => null,
    }),
    offers,
    shell: {
      openExternal: async (address) => void done.push(`external ${address}`),
      openPath: async (path) => {
        done.push(`open ${path}`)
        return ''
      },
      showItemInFolder: (path) => done.push(`reveal ${path}`),
    },
    settled: (request, saved) => done.push(`settled ${request} ${saved}`),
    useLanguage: (language) => done.push(`language ${language}`),
    notify: ({ title, body }) => done.push(`notify ${title}: ${body}`),
    useTheme: (theme) => done.push(`theme ${theme}`),
    ...more,
  })
  const ask = async (name: string, input: unknown) => dispatch(name, input, 7)
  return { ask, done, offers, dispatch }
}

describe('действия настольной программы', () => {
  test('чужое имя — не её дело', () => {
    expect(start().dispatch('workspace.open', {}, 1)).toBeNull()
  })

  test('у каждого объявленного действия есть исполнитель, неверные данные отвергнуты', async () => {
    const { dispatch } = start()
    for (const { name } of Object.values(desktopApi)) {
      expect(await dispatch(name, 'не то', 1), name).toMatchObject({ ok: false, failure: { code: 'invalidInput' } })
    }
  })

  test('диалоги — того окна, которое просит', async () => {
    const { ask } = start()
    expect(await ask('desktop.chooseFolder', { title: 'Где', action: 'Да' })).toEqual({
      ok: true,
      value: { folder: '/выбрано/7/Где' },
    })
    expect(await ask('desktop.chooseFiles', { title: '', action: '', kinds: ['md', 'txt'] })).toEqual({
      ok: true,
      value: { paths: ['/a.md', '/a.txt'] },
    })
    expect(await ask('desktop.chooseSaveFile', { title: '', action: '', name: 'x.pdf' })).toEqual({
      ok: true,
      value: { file: null },
    })
  })

  test('открывается только готовый PDF, показывается только то, что есть', async () => {
    const { ask, done } = start()
    expect(await ask('desktop.openPdf', { file: '/есть/47.pdf' })).toMatchObject({ ok: true })
    expect(await ask('desktop.openPdf', { file: '/есть/47.exe' })).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    expect(await ask('desktop.openPdf', { file: '/нет.pdf' })).toMatchObject({ ok: false, failure: { code: 'notFound' } })
    expect(await ask('desktop.openPdf', { file: 'есть.pdf' })).toMatchObject({ ok: false, failure: { code: 'notFound' } })
    expect(await ask('desktop.reveal', { file: '/есть' })).toMatchObject({ ok: true })
    expect(await ask('desktop.reveal', { file: '/нет' })).toMatchObject({ ok: false })
    expect(done).toEqual(['open /есть/47.pdf', 'reveal /есть'])
  })

  test('ссылка идёт наружу только дозволенная', async () => {
    const { ask, done } = start()
    expect(await ask('desktop.openLink', { address: 'https://eseur.ru' })).toMatchObject({ ok: true })
    for (const address of ['file:///etc/passwd', 'javascript:1', 'smb://x'])
      expect(await ask('desktop.openLink', { address })).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    expect(done).toEqual(['external https://eseur.ru/'])
  })

  test('данное отдаётся, ответ о сохранении, язык и тема доходят', async () => {
    const { ask, done, offers } = start()
    offers.add({ folder: '/r', files: ['/a.txt'] })
    expect(await ask('desktop.takeOffer', {})).toEqual({ ok: true, value: { folder: '/r', files: ['/a.txt'] } })
    await ask('desktop.settled', { request: 'r1', saved: true })
    await ask('desktop.useLanguage', { language: 'en' })
    await ask('desktop.useTheme', { theme: 'dark' })
    expect(done).toEqual(['settled r1 true', 'language en', 'theme dark'])
  })

  test('отказ системы — отказ со словами, не исключение', async () => {
    const shell = {
      openExternal: async () => Promise.reject(new Error('нет браузера')),
      openPath: async () => 'нет программы',
      showItemInFolder: () => undefined,
    }
    const { ask } = start({ shell })
    expect(await ask('desktop.openLink', { address: 'https://eseur.ru' })).toMatchObject({
      ok: false,
      failure: { code: 'internal' },
    })
    expect(await ask('desktop.openPdf', { file: '/есть/1.pdf' })).toMatchObject({
      ok: false,
      failure: { code: 'unavailable', safe: 'Файл цел: /есть/1.pdf.', todo: expect.stringMatching(/./) },
    })
  })
})

describe('диалоги системы', () => {
  test('начинают там, где были; отказ ничего не запоминает', async () => {
    const memory = await openDesktopMemory(testEnvironment(await temporaryFolder()))
    const asked: (string | undefined)[] = []
    let canceled = false
    const system: SystemDialogs = {
      open: async ({ defaultPath, properties }) => {
        asked.push(defaultPath)
        return {
          canceled,
          filePaths: canceled ? [] : properties.includes('openDirectory') ? ['/дом/Редакция'] : ['/тексты/a.md', '/тексты/b.md'],
        }
      },
      save: async ({ defaultPath }) => {
        asked.push(defaultPath)
        return { canceled, filePath: canceled ? '' : '/печать/47.pdf' }
      },
    }
    const dialogs = createDialogs(system, memory)
    const words = { title: '', action: '' }
    const round = async () => [
      await dialogs.folder(words),
      await dialogs.files(words, ['md']),
      await dialogs.saveFile(words, '48.pdf'),
    ]
    expect(await round()).toEqual(['/дом/Редакция', ['/тексты/a.md', '/тексты/b.md'], '/печать/47.pdf'])
    canceled = true
    expect(await round()).toEqual([null, [], null])
    expect(asked).toEqual([undefined, undefined, '48.pdf', '/дом', '/тексты', '/печать/48.pdf'])
    const kept: DesktopState['folders'] = memory.get().folders
    expect(kept).toEqual({ newsroom: '/дом', files: '/тексты', export: '/печать' } satisfies ReturnType<
      DesktopMemory['get']
    >['folders'])
  })
})
