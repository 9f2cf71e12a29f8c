import { EventEmitter } from 'node:events'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  externalAddress,
  guardContents,
  guardSession,
  isAllowedRequest,
  isOwnAddress,
  isTrustedSender,
  ownScheme,
  startAddress,
  webPreferences,
} from '../../src/main/security.ts'

const foreign = [
  'https://newsroom/index.html',
  'app://evil/index.html',
  'app://newsroom.evil/index.html',
  'app://newsroom:81/index.html',
  'app://user@newsroom.evil/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'about:blank',
  'newsroom',
  '',
]

/** Contents of a page that a test can lead somewhere; says whether it went. */
const page = () => {
  const events = new EventEmitter()
  let opener = (_details: { url: string }): { action: string } => ({ action: 'allow' })
  const opened: string[] = []
  guardContents(
    Object.assign(events, {
      setWindowOpenHandler: (handler: (details: { readonly url: string }) => { action: 'deny' }) => {
        opener = handler
      },
    }),
    (address) => opened.push(address),
  )
  return {
    opened,
    open: (url: string) => opener({ url }).action,
    isRefused: (event: string, url: string) => {
      let refused = false
      events.emit(event, { url, preventDefault: () => (refused = true) })
      return refused
    },
  }
}

describe('окно', () => {
  test('открывается с песочницей, отдельным миром и без Node', () => {
    expect(webPreferences('/p/index.cjs', false)).toEqual({
      preload: '/p/index.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    })
    expect(webPreferences('', true).devTools).toBe(true)
  })

  test('своя схема не получает лишних прав', () => {
    expect(ownScheme.privileges).toEqual({ standard: true, secure: true, supportFetchAPI: true, codeCache: true })
  })

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s никуда не уводит', (event) => {
    const { isRefused } = page()
    for (const url of [...foreign, 'https://eseur.ru/', 'app://newsroom/exports/47.pdf', 'app://newsroom/media/x'])
      expect(isRefused(event, url), url).toBe(true)
    expect(isRefused(event, startAddress)).toBe(false)
    expect(isRefused(event, `${startAddress}#/issue`)).toBe(false)
  })

  test('webview не появляется', () => {
    expect(page().isRefused('will-attach-webview', '')).toBe(true)
  })

  test('новое окно не открывается; ссылка уходит в программу системы, если она из дозволенных', () => {
    const { open, opened } = page()
    for (const url of ['https://eseur.ru/news?id=1', 'mailto:red@eseur.ru', ...foreign, startAddress])
      expect(open(url)).toBe('deny')
    expect(opened).toEqual(['https://eseur.ru/news?id=1', 'mailto:red@eseur.ru', 'https://newsroom/index.html'])
  })
})

describe('ссылка наружу', () => {
  test('только http, https и mailto, без имени и пароля, не длиннее 2000 знаков', () => {
    expect(externalAddress('https://eseur.ru')).toBe('https://eseur.ru/')
    expect(externalAddress('mailto:red@eseur.ru')).toBe('mailto:red@eseur.ru')
    for (const address of [
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://server/share',
      'ms-msdt:/id',
      'app://newsroom/',
      'https://bank.ru@evil.example/',
      'https://name:word@evil.example/',
      `https://eseur.ru/${'a'.repeat(2000)}`,
      'не ссылка',
    ])
      expect(externalAddress(address), address).toBeNull()
  })

  test('никакая строка не проходит с другой схемой', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.string().map((text) => `javascript:${text}`),
        ),
        (text) => {
          const address = externalAddress(text)
          expect(address === null || /^(https?|mailto):/.test(address)).toBe(true)
        },
      ),
    )
  })
})

describe('отправитель сообщения', () => {
  test('только главный кадр своей страницы', () => {
    expect(isTrustedSender({ url: startAddress, parent: null })).toBe(true)
    expect(isTrustedSender({ url: startAddress, parent: {} })).toBe(false)
    expect(isTrustedSender(null)).toBe(false)
    for (const url of foreign) expect(isTrustedSender({ url, parent: null }), url).toBe(false)
  })

  test('чужой адрес не бывает своим', () => {
    for (const url of foreign) expect(isOwnAddress(url), url).toBe(false)
  })
})

describe('сеанс', () => {
  type Request = Parameters<Parameters<typeof guardSession>[0]['setPermissionRequestHandler']>[0]
  type Check = Parameters<Parameters<typeof guardSession>[0]['setPermissionCheckHandler']>[0]
  type Before = Parameters<Parameters<typeof guardSession>[0]['webRequest']['onBeforeRequest']>[0]

  const guarded = (development: boolean) => {
    let request: Request = () => undefined
    let check: Check = () => true
    let device = () => true
    let before: Before = () => undefined
    const events = new EventEmitter()
    guardSession(
      Object.assign(events, {
        setPermissionRequestHandler: (handler: Request) => (request = handler),
        setPermissionCheckHandler: (handler: Check) => (check = handler),
        setDevicePermissionHandler: (handler: () => boolean) => (device = handler),
        webRequest: { onBeforeRequest: (handler: Before) => (before = handler) },
      }),
      development,
    )
    const answer = <T>(run: (callback: (value: T) => void) => void): T | null => {
      let given: T | null = null
      run((value) => {
        given = value
      })
      return given
    }
    return {
      events,
      asks: (permission: string) => answer<boolean>((callback) => request({}, permission, callback)),
      checks: (permission: string) => check({}, permission),
      device: () => device(),
      cancels: (url: string) => answer<{ cancel: boolean }>((callback) => before({ url }, callback))?.cancel,
    }
  }

  test('разрешено только записать в буфер обмена', () => {
    const { asks, checks, device } = guarded(false)
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'midi',
      'openExternal',
      'fullscreen',
      'clipboard-read',
      'hid',
    ]) {
      expect(asks(permission), permission).toBe(false)
      expect(checks(permission), permission).toBe(false)
    }
    expect(device()).toBe(false)
    expect(asks('clipboard-sanitized-write')).toBe(true)
    expect(checks('clipboard-sanitized-write')).toBe(true)
  })

  test('страница ничего не берёт из сети и ничего не скачивает', () => {
    const { cancels, events } = guarded(false)
    for (const url of [
      'https://eseur.ru/a.js',
      'http://127.0.0.1/',
      'ws://localhost/',
      'file:///etc/passwd',
      'devtools://devtools/x',
    ])
      expect(cancels(url), url).toBe(true)
    for (const url of [startAddress, 'app://newsroom/assets/index.js', 'data:,', 'blob:app://newsroom/1'])
      expect(cancels(url)).toBe(false)
    let refused = false
    events.emit('will-download', { preventDefault: () => (refused = true) })
    expect(refused).toBe(true)
  })

  test('средства разработки грузятся только в разработке', () => {
    expect(isAllowedRequest('devtools://devtools/bundled/x.html', true)).toBe(true)
    expect(isAllowedRequest('devtools://devtools/bundled/x.html', false)).toBe(false)
  })
})
