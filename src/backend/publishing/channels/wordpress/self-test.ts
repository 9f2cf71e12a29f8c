import { z } from 'zod'
import type { HttpOutcome } from '../../../environment.ts'
import { parseJson } from '../answer-json.ts'
import type { Access } from '../carrier.ts'
import type { Http, SelfTest } from '../channel-adapter.ts'
import { isSafeAddress } from '../safe-address.ts'
import { lookAt } from '../self-checks.ts'
import { userQuestion } from './client.ts'

const rootSchema = z.object({ namespaces: z.array(z.string()) })
const userSchema = z.object({ name: z.string(), capabilities: z.record(z.string(), z.unknown()) })
const errorSchema = z.object({ message: z.string() })

const hops = 4

/** Asks without a password, following the site to its real address, as long as that is a safe one. */
const fetchPage = async (http: Http, start: string): Promise<{ url: string; answer: HttpOutcome }> => {
  let url = start
  for (let hop = 0; ; hop += 1) {
    const answer = await http({ url, method: 'GET', headers: { accept: '*/*' }, body: null, timeoutMs: 15_000 })
    const location = answer.kind === 'answer' && answer.status >= 300 && answer.status < 400 ? answer.headers.location : undefined
    if (location === undefined || !URL.canParse(location, url) || hop === hops) return { url, answer }
    const next = new URL(location, url).href
    if (!isSafeAddress(next)) return { url, answer }
    url = next
  }
}

/** The root of the REST interface that a page of the site names in its `Link` header. */
const linkedRoot = (answer: HttpOutcome): string | null => {
  if (answer.kind !== 'answer') return null
  return /<([^<>]+)>\s*;\s*rel="?https:\/\/api\.w\.org\/"?/.exec(answer.headers.link ?? '')?.[1] ?? null
}

/** Finds the root of the site's REST interface: by its `Link` header, at `/wp-json/`, else at `?rest_route=`. */
const discover = async (http: Http, site: string): Promise<{ root: string } | { problem: string }> => {
  const { url, answer } = await fetchPage(http, `${site}/`)
  if (answer.kind !== 'answer') return { problem: `Сайт ${site} не отвечает: ${answer.reason}.` }
  const linked = linkedRoot(answer)
  if (linked !== null && isSafeAddress(linked)) return { root: linked }
  const home = new URL('.', url).href
  for (const root of [`${home}wp-json/`, `${home}?rest_route=/`]) {
    const tried = await fetchPage(http, root)
    const isRoot =
      tried.answer.kind === 'answer' && rootSchema.safeParse(parseJson(tried.answer.body)).data?.namespaces.includes('wp/v2')
    if (isRoot) return { root: tried.url }
  }
  return {
    problem: `На сайте ${site} не найден программный интерфейс WordPress (REST). Проверьте адрес; возможно, он закрыт защитой сайта.`,
  }
}

const needed = (status: string | undefined): readonly (readonly [capability: string, words: string])[] => [
  status === 'draft' ? ['edit_posts', 'писать записи'] : ['publish_posts', 'публиковать записи'],
  ['upload_files', 'загружать файлы'],
]

/** Is this WordPress, does it take the password, may the user publish? None of it posts anything. */
export const wordpressSelfTest = async ({ http }: { readonly http: Http }, access: Access): Promise<SelfTest> => {
  let settings = access.settings
  let capabilities: Readonly<Record<string, unknown>> = {}
  const looked = await lookAt([
    {
      name: 'На сайте WordPress с программным интерфейсом',
      run: async () => {
        const found = await discover(http, settings.site ?? '')
        if ('problem' in found) return found.problem
        settings = { ...settings, restRoot: found.root }
        return null
      },
    },
    {
      name: 'Сайт принимает имя и пароль',
      run: async () => {
        const answer = await http(userQuestion({ ...access, settings }))
        if (answer.kind !== 'answer') return `Сайт не отвечает: ${answer.reason}.`
        const user = userSchema.safeParse(parseJson(answer.body))
        if (answer.status === 200 && user.success) {
          capabilities = user.data.capabilities
          return null
        }
        const words = errorSchema.safeParse(parseJson(answer.body)).data?.message.replace(/<[^>]*>/g, '') ?? ''
        const told = words === '' ? `ответ ${answer.status}` : `ответ ${answer.status}: ${words}`
        return `Сайт не пустил пользователя ${settings.user} (${told}). Проверьте имя и пароль приложения.`
      },
    },
    {
      name: 'Пользователь вправе публиковать и загружать снимки',
      run: async () => {
        const lacking = needed(settings.status)
          .filter(([name]) => capabilities[name] !== true)
          .map(([, words]) => words)
        return lacking.length > 0 ? `Пользователь ${settings.user} на сайте не может ${lacking.join(' и ')}.` : null
      },
    },
  ])
  return { ...looked, settings }
}
