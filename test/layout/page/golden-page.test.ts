import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { layOutIssue } from '../../../src/layout/lay-out-issue.ts'
import type { DisplayItem } from '../../../src/shared/layout/display.ts'
import { reportDifference } from '../golden/difference.ts'
import { issue, loadFaces, paragraph, photo, placementsOf, sentences, story } from './issue-fixtures.ts'

/** Where tests leave pictures of what went wrong. */
const results = resolve(import.meta.dirname, '../../../test-results')

const points = (value: number) => String(Math.round(value * 10) / 10)

/** An item on one line of text: what it is, where it stands, what it says. */
const described = (item: DisplayItem): string => {
  const place = `${points(item.x)} ${points(item.y)}`
  const what = `${item.tag.role}${item.tag.article === null ? '' : ` ${item.tag.article}`}`
  if (item.kind === 'text')
    return `${what} ${place} ${item.font} ${points(item.size)} | ${item.clusters.join('').replaceAll('\u00ad', '-').trimEnd()}`
  return `${what} ${place} ${points(item.width)}×${points(item.height)}`
}

it('L45 the golden page stands as it stood; after an intended change look at it and run vitest with -u', async () => {
  const stories = [
    story(
      'a',
      [paragraph(sentences(30, 1), 'lead'), photo('landscape'), ...[2, 3, 4, 5, 6].map((seed) => paragraph(sentences(52, seed)))],
      {
        rubric: 'Право на право',
        deck: 'Договор переписывали пять раз',
      },
    ),
    story('b', [
      paragraph(sentences(40, 7)),
      paragraph(sentences(4, 2), 'subhead'),
      paragraph(sentences(47, 8)),
      paragraph(sentences(14, 3), 'quote'),
      paragraph(sentences(12, 4), 'question'),
      paragraph(sentences(38, 9), 'answer'),
    ]),
    story('c', [
      photo('portrait', ''),
      paragraph(sentences(15, 5), 'listItem'),
      paragraph(sentences(18, 6), 'listItem'),
      paragraph(sentences(60, 7)),
    ]),
  ]
  const { pages } = layOutIssue(
    issue(
      stories,
      placementsOf([
        ['a', 2],
        ['b', 2],
        ['c', 2],
      ]),
    ),
    loadFaces(),
  )
  const page = pages[1]
  const text = [
    ...(page?.zones ?? []).map(
      (zone) =>
        `zone ${zone.article} ${points(zone.x)} ${points(zone.y)} ${points(zone.width)}×${points(zone.height)} ${zone.overset}`,
    ),
    ...(page?.items ?? []).map(described),
  ].join('\n')
  const golden = readFileSync(new URL('../golden/page-2.txt', import.meta.url), 'utf8')
  const told = golden === `${text}\n` ? '' : await reportDifference(results, 'golden-page-2', golden, `${text}\n`)
  await expect(`${text}\n`, told).toMatchFileSnapshot('../golden/page-2.txt')
})
