import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../helpers/temporary.ts'
import { drawDifference, reportDifference, tellDifference } from './difference.ts'

const golden = readFileSync(new URL('page-2.txt', import.meta.url), 'utf8')
const body = golden.split('\n').find((line) => line.startsWith('body a')) ?? ''
const moved = golden.replace(body, body.replace(/^(body a) ([\d.]+)/u, '$1 99.5'))
const reworded = golden.replace(body, `${body} и`)

const frames = (svg: string): number => svg.split('data-differs').length - 1

it('L90 equal pages differ in nothing', () => {
  expect(tellDifference(golden, golden)).toEqual([])
  expect(frames(drawDifference(golden, golden))).toBe(0)
})

it('L90 a line that moved, a line that reads otherwise and a frame that is gone are told and framed', () => {
  expect(tellDifference(golden, moved)).toEqual([expect.stringMatching(/^changed: body a at .* → body a 99\.5 /u)])
  expect(tellDifference(golden, reworded)).toEqual([
    expect.stringMatching(/^gone: body a/u),
    expect.stringMatching(/^new: body a.* и”$/u),
  ])
  const photo = golden.split('\n').find((line) => line.startsWith('photo a')) ?? ''
  expect(photo).not.toBe('')
  expect(tellDifference(golden, golden.replace(`${photo}\n`, ''))).toEqual([expect.stringMatching(/^gone: photo a at/u)])
  // Once on each page, and both once more where the difference stands alone.
  expect(frames(drawDifference(golden, moved))).toBe(4)
})

it('L90 the picture is written, named, and red where the pages differ', async () => {
  const folder = await temporaryFolder()
  const told = await reportDifference(folder, 'page-2', golden, moved)
  expect(told).toContain(join(folder, 'page-2.png'))
  expect(told).toContain('changed: body a')
  const { data, info } = await sharp(join(folder, 'page-2.png')).raw().toBuffer({ resolveWithObject: true })
  let red = 0
  for (let at = 0; at < data.length; at += info.channels)
    if ((data[at] ?? 0) > 190 && (data[at + 1] ?? 0) < 20 && (data[at + 2] ?? 0) < 20) red += 1
  expect(red).toBeGreaterThan(100)
})
