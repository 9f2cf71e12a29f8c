import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fromBase64, toBase64 } from '../../../src/renderer/api/base64.ts'
import type { Connection } from '../../../src/renderer/api/bridge.ts'
import { openSession, type SessionPorts } from '../../../src/renderer/features/article/sync/article-session.ts'
import { findForeignContent, findForeignUpdate, readContent } from '../../../src/renderer/features/article/sync/check-document.ts'
import { createSessions } from '../../../src/renderer/features/article/sync/sessions.ts'
import type { BackendEvent } from '../../../src/shared/api/events.ts'
import { failure, type Result, success } from '../../../src/shared/api/result.ts'
import { bodyName, contentOf, seedArticle } from '../../../src/shared/article/article-document.ts'
import { type ArticleContent, emptyContent } from '../../../src/shared/article/content.ts'
import { textSchemaVersion } from '../../../src/shared/article/text-schema.ts'

const content: ArticleContent = {
  ...emptyContent,
  headline: 'Отпуск длиной в год',
  body: [
    {
      type: 'paragraph',
      attrs: { kind: 'lead', medium: 'everywhere' },
      content: [{ type: 'text', text: 'Раз в десять лет', marks: [{ type: 'printOnly' }, { type: 'bold' }] }],
    },
    {
      type: 'photo',
      attrs: { media: 'a', credit: '', alternative: '', medium: 'webOnly' },
      content: [{ type: 'text', text: 'Подпись' }],
    },
  ],
}

const seeded = () => {
  const doc = new Y.Doc()
  seedArticle(doc, content)
  return doc
}

describe('the check before an editor is shown', () => {
  it('reads the document as the backend does, by the names that stored documents have', () => {
    expect(bodyName).toBe('body')
    expect(readContent(seeded())).toEqual(contentOf(seeded()))
  })

  it('finds nothing foreign in what this program writes', () => {
    expect(findForeignContent(seeded())).toBeNull()
    expect(findForeignContent(new Y.Doc())).toBeNull()
  })

  it('finds a node, an attribute, a mark and a version it does not know', () => {
    const table = seeded()
    table.getXmlFragment(bodyName).push([new Y.XmlElement('table')])
    const attribute = seeded()
    const first = attribute.getXmlFragment(bodyName).get(0)
    if (first instanceof Y.XmlElement) first.setAttribute('align', 'right')
    const mark = seeded()
    const paragraph = mark.getXmlFragment(bodyName).get(0)
    if (paragraph instanceof Y.XmlElement) {
      const text = paragraph.get(0)
      if (text instanceof Y.XmlText) text.format(0, 3, { underline: {} })
    }
    const newer = seeded()
    newer.getMap('meta').set('textSchemaVersion', textSchemaVersion + 1)
    expect([table, attribute, mark, newer].map(findForeignContent)).toEqual([
      'table',
      'paragraph.align',
      'underline',
      `textSchemaVersion ${textSchemaVersion + 1}`,
    ])
  })

  it('looks at a copy: the document is not touched by an update that is only asked about', () => {
    const doc = seeded()
    const before = Y.encodeStateAsUpdate(doc)
    const newer = new Y.Doc()
    Y.applyUpdate(newer, before)
    newer.getXmlFragment(bodyName).push([new Y.XmlElement('table')])
    expect(findForeignUpdate(doc, Y.encodeStateAsUpdate(newer))).toBe('table')
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })
})

const ticks = async () => {
  for (let i = 0; i < 20; i += 1) await Promise.resolve()
}

const world = (stored: Y.Doc, options: { readOnly?: boolean } = {}) => {
  const listeners = new Set<(event: BackendEvent) => void>()
  const watchers = new Set<() => void>()
  const timers: (() => void)[] = []
  let connection: Connection = 'open'
  let works = true
  let opened = 0
  const ports: SessionPorts = {
    open: async () => {
      opened += 1
      return works
        ? success({ state: toBase64(Y.encodeStateAsUpdate(stored)), readOnly: options.readOnly ?? false })
        : failure('unavailable', 'Связь потеряна.')
    },
    change: async (_id, update): Promise<Result<{ savedAt: number }>> => {
      if (!works) return failure('unavailable', 'Связь потеряна.')
      Y.applyUpdate(stored, fromBase64(update))
      return success({ savedAt: 5 })
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    connection: {
      current: () => connection,
      subscribe: (watcher) => {
        watchers.add(watcher)
        return () => void watchers.delete(watcher)
      },
    },
    lost: () => ({ code: 'unavailable', what: 'Нет ответа.' }),
    now: () => 1,
    after: (_milliseconds, callback) => {
      timers.push(callback)
      return () => void timers.splice(timers.indexOf(callback), 1)
    },
    origin: 'here',
  }
  return {
    ports,
    listening: () => listeners.size,
    opened: () => opened,
    emit: (event: BackendEvent) => {
      for (const listener of listeners) listener(event)
    },
    fire: async () => {
      timers.shift()?.()
      await ticks()
    },
    break: () => {
      works = false
    },
    mend: () => {
      works = true
    },
    /** The connection goes or comes, and everything with it. */
    connect: async (next: Connection) => {
      connection = next
      works = next === 'open'
      for (const watcher of watchers) watcher()
      await ticks()
    },
  }
}

const updateOf = (edit: (doc: Y.Doc) => void, from: Y.Doc) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(from))
  const before = Y.encodeStateVector(doc)
  edit(doc)
  return toBase64(Y.encodeStateAsUpdate(doc, before))
}

describe('an article open in a window', () => {
  it('sends what is typed and says so when it is stored', async () => {
    const stored = seeded()
    const w = world(stored)
    const session = openSession('a', w.ports)
    await ticks()
    expect(session.view().phase).toEqual({ kind: 'open', readOnly: false })
    session.doc.getText('headline').insert(0, 'Ещё раз: ')
    expect(session.hasUnsaved()).toBe(true)
    await w.fire()
    expect(stored.getText('headline').toString()).toBe('Ещё раз: Отпуск длиной в год')
    expect(session.view().save).toEqual({ kind: 'saved', at: 5 })
  })

  it('takes in what other windows change, and does not send it back', async () => {
    const stored = seeded()
    const w = world(stored)
    const session = openSession('a', w.ports)
    await ticks()
    const update = updateOf((doc) => doc.getText('deck').insert(0, 'Кому'), stored)
    w.emit({ type: 'documentUpdated', id: 'a', update, origin: 'there' })
    expect(session.doc.getText('deck').toString()).toBe('Кому')
    expect(session.hasUnsaved()).toBe(false)
    w.emit({
      type: 'documentUpdated',
      id: 'b',
      update: updateOf((doc) => doc.getText('deck').insert(0, 'нет'), stored),
      origin: 'there',
    })
    expect(session.doc.getText('deck').toString()).toBe('Кому')
  })

  it('stops before what it does not know reaches the editor', async () => {
    const stored = seeded()
    const w = world(stored)
    const session = openSession('a', w.ports)
    await ticks()
    const update = updateOf((doc) => doc.getXmlFragment(bodyName).push([new Y.XmlElement('table')]), stored)
    w.emit({ type: 'documentUpdated', id: 'a', update, origin: 'there' })
    expect(session.view().phase).toMatchObject({ kind: 'foreign', unknown: 'table' })
    expect(session.doc.getXmlFragment(bodyName).length).toBe(2)
    session.doc.getText('deck').insert(0, 'правка')
    expect(session.hasUnsaved()).toBe(false)
  })

  it('G24: goes on showing the words of what it does not know, as others write them', async () => {
    const stored = seeded()
    const w = world(stored)
    const session = openSession('a', w.ports)
    await ticks()
    const say = (change: (doc: Y.Doc) => void) =>
      w.emit({ type: 'documentUpdated', id: 'a', update: updateOf(change, stored), origin: 'there' })
    say((doc) => {
      const table = new Y.XmlElement('table')
      table.insert(0, [new Y.XmlText('Стаж и дни')])
      doc.getXmlFragment(bodyName).push([table])
    })
    say((doc) => doc.getText('headline').insert(0, 'Весь '))
    const { phase } = session.view()
    const words = phase.kind === 'foreign' ? phase.words : null
    expect(words?.fields.headline).toBe('Весь Отпуск длиной в год')
    expect(words?.blocks.map(({ runs }) => runs.map(({ text }) => text).join(''))).toEqual([
      'Раз в десять лет',
      'Подпись',
      'Стаж и дни',
    ])
    expect(session.doc.getText('headline').toString()).toBe('Отпуск длиной в год')
  })

  it('does not open for editing what it does not know', async () => {
    const stored = seeded()
    stored.getXmlFragment(bodyName).push([new Y.XmlElement('table')])
    const session = openSession('a', world(stored).ports)
    await ticks()
    expect(session.view().phase.kind).toBe('foreign')
  })

  it('sends nothing from a folder that is open for reading', async () => {
    const session = openSession('a', world(seeded(), { readOnly: true }).ports)
    await ticks()
    session.doc.getText('headline').insert(0, 'x')
    expect(session.hasUnsaved()).toBe(false)
  })

  it('keeps everything while the program is gone, and reads what it missed when it is back', async () => {
    const stored = seeded()
    const w = world(stored)
    const session = openSession('a', w.ports)
    await ticks()
    w.break()
    session.doc.getText('headline').insert(0, 'А')
    await w.fire()
    expect(session.view().save.kind).toBe('unsaved')
    expect(await session.settle()).toBe(false)
    await ticks()
    stored.getText('byline').insert(0, 'Инспектор')
    w.mend()
    session.flush()
    await ticks()
    expect(stored.getText('headline').toString()).toBe('АОтпуск длиной в год')
    expect(session.doc.getText('byline').toString()).toBe('Инспектор')
    expect(session.hasUnsaved()).toBe(false)
  })

  it('J36 shows what came of the time apart: my text as it was, and the one that came of it', async () => {
    const stored = seeded()
    const w = world(stored)
    const session = openSession('a', w.ports)
    await ticks()
    await w.connect('lost')
    session.doc.getText('headline').insert(0, 'Мой ')
    await w.fire()
    expect(session.view().save.kind).toBe('unsaved')
    stored.getText('byline').insert(0, 'Инспектор')
    expect(session.view().reunion).toBeNull()
    await w.connect('open')
    const { before, after } = session.view().reunion ?? {}
    expect([before?.fields.headline, before?.fields.byline]).toEqual(['Мой Отпуск длиной в год', ''])
    expect([after?.fields.headline, after?.fields.byline]).toEqual(['Мой Отпуск длиной в год', 'Инспектор'])
    expect(stored.getText('headline').toString()).toBe('Мой Отпуск длиной в год')
    session.dismissReunion()
    expect(session.view().reunion).toBeNull()
  })

  it('J36 catches up when the connection is back though nothing was typed, and says nothing where nothing changed', async () => {
    const stored = seeded()
    const w = world(stored)
    const session = openSession('a', w.ports)
    await ticks()
    await w.connect('lost')
    await w.connect('open')
    expect(session.view().reunion).toBeNull()
    await w.connect('lost')
    stored.getText('byline').insert(0, 'Инспектор')
    await w.connect('open')
    expect(session.doc.getText('byline').toString()).toBe('Инспектор')
    expect(session.view().reunion?.before.fields.byline).toBe('')
  })

  it('J36 what a copy brought while the folder was closed is shown, what other windows do meanwhile is not', async () => {
    const stored = seeded()
    const w = world(stored)
    const session = openSession('a', w.ports)
    await ticks()
    const update = updateOf((doc) => doc.getText('deck').insert(0, 'Кому'), stored)
    w.emit({ type: 'documentUpdated', id: 'a', update, origin: 'there' })
    expect(session.view().reunion).toBeNull()
    Y.applyUpdate(stored, fromBase64(update))
    stored.getText('byline').insert(0, 'Инспектор')
    w.emit({ type: 'workspaceChanged' })
    await ticks()
    const { before, after } = session.view().reunion ?? {}
    expect([before?.fields.deck, before?.fields.byline, after?.fields.byline]).toEqual(['Кому', '', 'Инспектор'])
  })

  it('is settled when the last change is stored, so that what is signed is what is seen', async () => {
    const stored = seeded()
    const session = openSession('a', world(stored).ports)
    await ticks()
    expect(await session.settle()).toBe(true)
    session.doc.getText('headline').insert(0, 'Б')
    expect(await session.settle()).toBe(true)
    expect(stored.getText('headline').toString()).toBe('БОтпуск длиной в год')
  })

  it('can be opened again after a failure', async () => {
    const w = world(seeded())
    w.break()
    const session = openSession('a', w.ports)
    await ticks()
    expect(session.view().phase.kind).toBe('failed')
    w.mend()
    session.reload()
    await ticks()
    expect(session.view().phase.kind).toBe('open')
  })

  it('carries bytes of any length as base64', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => i % 256)
    expect(fromBase64(toBase64(bytes))).toEqual(bytes)
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
  })
})

describe('the articles open in a window', () => {
  it('are shared while somebody holds them and closed after the last one', async () => {
    const w = world(seeded())
    const sessions = createSessions((id) => openSession(id, w.ports))
    const one = sessions.acquire('a')
    expect(sessions.acquire('a')).toBe(one)
    await ticks()
    sessions.release(one)
    expect(w.listening()).toBe(1)
    sessions.release(one)
    expect(w.listening()).toBe(0)
    expect(sessions.acquire('a')).not.toBe(one)
  })

  it('send what was typed a moment ago when their window may be gone', async () => {
    const stored = seeded()
    const w = world(stored)
    const sessions = createSessions((id) => openSession(id, w.ports))
    const session = sessions.acquire('a')
    await ticks()
    session.doc.getText('headline').insert(0, 'В')
    sessions.hurry()
    expect(stored.getText('headline').toString()).toBe('ВОтпуск длиной в год')
    expect(sessions.hasUnsaved()).toBe(true)
    await w.fire()
    expect(stored.getText('headline').toString()).toBe('ВОтпуск длиной в год')
    expect(sessions.hasUnsaved()).toBe(false)
  })

  it('are not closed before everything of them is stored, even when the person has gone elsewhere', async () => {
    const stored = seeded()
    const w = world(stored)
    const sessions = createSessions((id) => openSession(id, w.ports))
    const session = sessions.acquire('a')
    await ticks()
    w.break()
    session.doc.getText('headline').insert(0, 'В')
    sessions.release(session)
    await ticks()
    expect(sessions.hasUnsaved()).toBe(true)
    expect(w.listening()).toBe(1)
    w.mend()
    await w.fire()
    expect(stored.getText('headline').toString()).toBe('ВОтпуск длиной в год')
    expect(sessions.hasUnsaved()).toBe(false)
    expect(w.listening()).toBe(0)
  })
})
