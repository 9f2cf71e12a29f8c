import { extname, join } from 'node:path'
import type { Handlers } from '../../shared/api/operation.ts'
import { failure, type Result, success } from '../../shared/api/result.ts'
import { emptyAssignment } from '../../shared/assignment/assignment.ts'
import { writeAssignment } from '../../shared/assignment/assignment-document.ts'
import { type ideaApi, type ListedIdea, mostIdeaBytes } from '../../shared/idea/api.ts'
import type { Idea } from '../../shared/idea/idea.ts'
import { quoted } from '../../shared/language/quoted.ts'
import { holdsRight } from '../../shared/staff/rights.ts'
import { kindOf } from '../article/import/collect.ts'
import { importUploads, type UploadedFile } from '../article/import/import-files.ts'
import { readLetter } from '../article/import/read-letter.ts'
import { createTopic } from '../assignment/create-topic.ts'
import { writeBeside } from '../export/write-beside.ts'
import type { Newsroom } from '../newsroom.ts'
import { rolesOf } from '../workflow/act.ts'
import { ideaFiles } from './idea-store.ts'

/** Characters of a pitch that go into an assignment's note; the whole stays with the pitch. */
const noteLength = 2000

const isText = (name: string): boolean => !['picture', 'letter', null].includes(kindOf(name))

type Draft = Pick<Idea, 'sender' | 'mail' | 'subject' | 'text'>

export const ideaHandlers = (newsroom: Newsroom): Handlers<typeof ideaApi> => {
  const { ideas, authors, environment, folder } = newsroom
  const changed = (id: string | null) => newsroom.emit({ type: 'changed', feature: 'idea', id })
  /** Pitches that are being decided: a second decision waits for no first one, it is refused. */
  const deciding = new Set<string>()

  const describe = (id: string, { schemaVersion: _version, decided, ...idea }: Idea): ListedIdea => ({
    ...idea,
    id,
    decidedBy:
      decided === null ? null : (newsroom.staff().find((member) => member.id === decided.person)?.name ?? decided.person),
    hasText: idea.text.trim() !== '' || idea.files.some(({ name }) => isText(name)),
  })

  const keep = async (draft: Draft, files: readonly UploadedFile[]): Promise<string> => {
    const id = environment.newId()
    const stored: Idea['files'] = []
    for (const [at, { name, bytes }] of files.entries()) {
      const ending = extname(name).toLowerCase()
      const own = `${at + 1}${/^\.[a-z0-9]{1,8}$/.test(ending) ? ending : ''}`
      await writeBeside(environment, join(ideaFiles(folder, id), own), async (write) => success(await write(bytes)))
      stored.push({ name: name.replace(/^.*[\\/]/, '').slice(0, 300) || own, stored: own, size: bytes.length })
    }
    const mail = draft.mail.toLowerCase()
    const card = mail === '' ? undefined : authors.get().authors.find((author) => author.mail.toLowerCase() === mail)
    await ideas.put(id, {
      ...{ schemaVersion: 1, at: environment.now(), ...draft, author: card?.id ?? null, files: stored },
      ...{ state: 'new', reason: '', articles: [], decided: null },
    })
    return id
  }

  /** Decides a pitch once; `make` says what comes of it. */
  const decide = async <T>(
    id: string,
    person: string | null,
    make: (idea: Idea) => Promise<Result<T>>,
    after: (idea: Idea, made: T) => Idea,
  ): Promise<Result<T>> => {
    const idea = ideas.get(id)
    if (!idea) return failure('notFound', 'Такого предложения больше нет.', { todo: 'Обновите список.' })
    if (idea.state !== 'new' || deciding.has(id))
      return failure('conflict', 'По этому предложению уже решили.', {
        safe: 'Ничего не изменено.',
        todo: 'Обновите список: там сказано, кто и что решил.',
      })
    deciding.add(id)
    try {
      const made = await make(idea)
      if (!made.ok) return made
      await ideas.put(id, { ...after(idea, made.value), decided: { person: person ?? '', at: environment.now() } })
      changed(id)
      return made
    } finally {
      deciding.delete(id)
    }
  }

  /** Takes the texts of a pitch in as filed stories of its author. */
  const takeTexts = async (id: string, idea: Idea, person: string | null): Promise<Result<string[]>> => {
    const files = await Promise.all(
      idea.files
        .filter(({ name }) => kindOf(name) !== null && kindOf(name) !== 'letter')
        .map(async ({ name, stored }) => ({
          ...{ name, bytes: await environment.files.read(join(ideaFiles(folder, id), stored)) },
        })),
    )
    const own = { name: 'письмо.txt', bytes: new TextEncoder().encode(`${idea.subject}\n\n${idea.text}`) }
    const taken = files.some(({ name }) => isText(name)) ? files : [own, ...files]
    const watch = { progress: () => undefined, cancelled: () => false }
    const report = await importUploads(newsroom, taken, null, person, watch)
    const articles = [...new Set(report.flatMap(({ article }) => article ?? []))]
    if (articles.length === 0)
      return failure('invalidInput', `Текст не взят: ${report.find(({ problem }) => problem !== null)?.problem ?? 'он пуст.'}`, {
        safe: 'Предложение осталось в списке.',
        todo: 'Возьмите его темой или откройте файл сами.',
      })
    if (idea.author !== null)
      for (const article of articles)
        await newsroom.articles.edit(article, (doc) => writeAssignment(doc, { ...emptyAssignment, author: idea.author }))
    newsroom.emit({ type: 'changed', feature: 'article', id: null })
    return success(articles)
  }

  return {
    list: async (_input, { person }) => {
      const held = rolesOf(newsroom, person)
      const listed = [...ideas.all()].map(([id, idea]) => describe(id, idea))
      return success({
        ideas: listed.sort(
          (a, b) => Number(a.state !== 'new') - Number(b.state !== 'new') || b.at - a.at || (a.id < b.id ? -1 : 1),
        ),
        mayDecide: held.ok && holdsRight('giveAssignment', held.value),
      })
    },
    add: async (draft, { person }) => {
      const held = rolesOf(newsroom, person)
      if (!held.ok) return held
      const id = await keep(draft, [])
      changed(id)
      return success({ id })
    },
    receive: async ({ files }, { person }) => {
      const held = rolesOf(newsroom, person)
      if (!held.ok) return held
      const decoded = files.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(Buffer.from(bytes, 'base64')) }))
      const large = decoded.find(({ bytes }) => bytes.length > mostIdeaBytes)
      if (large)
        return failure('invalidInput', `Файл ${quoted(large.name)} слишком велик: больше 40 МБ.`, {
          safe: 'Ничего не записано.',
          todo: 'Попросите автора прислать его ссылкой.',
        })
      const ids: string[] = []
      const others: UploadedFile[] = []
      for (const file of decoded) {
        const letter = extname(file.name).toLowerCase() === '.eml' ? await readLetter(file.bytes) : null
        if (letter) ids.push(await keep({ ...letter, subject: letter.subject || 'Письмо без темы' }, letter.files))
        else others.push(file)
      }
      const [first] = others
      if (first) {
        const subject = first.name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')
        ids.push(await keep({ sender: '', mail: '', subject: subject || 'Файлы', text: '' }, others))
      }
      changed(null)
      return success({ ids })
    },
    accept: async ({ idea: id, as }, { person }) => {
      const made = await decide(
        id,
        person,
        async (idea) => {
          if (as === 'text') return takeTexts(id, idea, person)
          const note = [idea.sender && `От кого: ${idea.sender}`, idea.text.slice(0, noteLength)].filter(Boolean).join('\n')
          const assignment = { ...emptyAssignment, author: idea.author, note }
          const topic = { headline: idea.subject, rubric: '', assignment, deadline: null, give: as === 'assignment' }
          const created = await createTopic(newsroom, topic, person)
          return created.ok ? success([created.value.id]) : created
        },
        (idea, articles) => ({ ...idea, state: 'accepted', articles }),
      )
      return made.ok ? success({ articles: made.value }) : made
    },
    decline: async ({ idea: id, reason }, { person }) => {
      const made = await decide(
        id,
        person,
        async () => success(null),
        (idea) => ({ ...idea, state: 'declined', reason }),
      )
      return made.ok ? success({}) : made
    },
  }
}
