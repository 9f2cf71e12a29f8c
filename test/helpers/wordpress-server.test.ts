import { expect, onTestFinished, test } from 'vitest'
import { startWordpressServer } from './wordpress-server.ts'
import { htmlText, readXml } from './xml-reader.ts'

// What a real WordPress 6.1.9 answered to the same requests.
test.each([
  ['a state that there is not', { title: 'x', status: 'foo' }, 400, 'rest_invalid_param'],
  ['a category that is no number', { title: 'x', categories: ['a'] }, 400, 'rest_invalid_param'],
  ['nothing', { title: '', content: '', excerpt: '' }, 400, 'empty_content'],
  ['an article', { title: 'x', slug: 'x', status: 'publish' }, 201, undefined],
])('the site of the tests answers %s as WordPress does', async (_name, body, status, code) => {
  const server = await startWordpressServer()
  onTestFinished(() => server.close())
  const post = (password: string) =>
    fetch(`${server.site}/wp-json/wp/v2/posts`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${server.user}:${password}`)}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  expect((await post('')).status).toBe(401)
  const answer = await post(server.password)
  expect(answer.status).toBe(status)
  expect((await answer.json()).code).toBe(code)
  if (status === 201) expect((await (await post(server.password)).json()).slug).toBe('x-2')
})

test.each([
  '<a>',
  '<a></b>',
  '<a>&nbsp;</a>',
  '<a>]]></a>',
  '<a>\u0000</a>',
  '<a b=c/>',
  '<a b="1" b="2"/>',
  '<a/><b/>',
  'x<a/>',
  '<a>&</a>',
])('the reader of XML refuses %j', (body) => {
  expect(() => readXml(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`)).toThrow()
})

test('the reader of XML reads what is well-formed', () => {
  const element = readXml('<?xml version="1.0" encoding="UTF-8"?>\n<a b="1 &amp; 2"><c/>т&lt;&#13;</a>\n')
  expect(element).toMatchObject({ name: 'a', attributes: { b: '1 & 2' }, text: 'т<\r', children: [{ name: 'c' }] })
  expect(htmlText('<p>а<br>б</p><p>&lt;&#91;</p>')).toBe('а\nб\n<[\n')
})
