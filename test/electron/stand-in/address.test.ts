import { expect, test } from 'vitest'
import { policyForPage, toPage, toProgram } from './address.ts'

const schemes = new Set(['app'])

test.each([
  ['app://newsroom/index.html#/page/1', 'http://newsroom.app.localhost/index.html#/page/1'],
  ['app://newsroom', 'http://newsroom.app.localhost'],
  ['app://newsroom?x=1', 'http://newsroom.app.localhost?x=1'],
])('%s has an address that Chromium knows', (program, page) => {
  expect(toPage(program, schemes)).toBe(page)
  expect(toProgram(page, schemes)).toBe(program)
})

test.each(['https://example.org/app://newsroom', 'data:text/plain,x', 'other://newsroom/'])('%s stays as it is', (address) => {
  expect(toPage(address, schemes)).toBe(address)
  expect(toProgram(address, schemes)).toBe(address)
})

test('a policy keeps its words; only own schemes are translated', () => {
  expect(policyForPage("default-src 'none'; img-src 'self' app: data:; script-src app://newsroom", schemes)).toBe(
    "default-src 'none'; img-src 'self' http://*.app.localhost data:; script-src http://newsroom.app.localhost",
  )
})
