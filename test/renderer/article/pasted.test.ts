import { describe, expect, it } from 'vitest'
import { picturesIn, refusePaste } from '../../../src/renderer/features/article/editor/pasted.ts'

const dot = 'iVBORw0KGgoAAAANSUhEUg'.repeat(20)

describe('pasting', () => {
  it('F28 more than 200 000 letters are refused, whatever markup stands around them', () => {
    expect(refusePaste('', 'ж'.repeat(200_000))).toBeNull()
    expect(refusePaste('', 'ж'.repeat(1_000_000))).toEqual({ kind: 'tooLong', characters: 1_000_000 })
    expect(refusePaste(`<p>${'ж'.repeat(1_000_000)}</p>`, '')).toEqual({ kind: 'tooLong', characters: 1_000_000 })
    expect(refusePaste(`<p style="${'x'.repeat(1_000_000)}">слово</p>`, 'слово')).toBeNull()
  })

  it('F28 pictures that stand in the markup come along; those of sites and disks are counted, dots are nothing', () => {
    const html = `<p><img src="data:image/png;base64,${dot}"><img src='data:image/png;base64,R0lGOD'>
      <img alt="a" src="https://lh3.googleusercontent.com/doc/1"><img src=file:///C:/Users/a/AppData/image001.jpg>
      <v:imagedata src="file:///C:/image002.png" o:title="Снимок"/>
      <img src="data:image/svg+xml;base64,${dot}"><img src="javascript:alert(1)"><img src="data:text/html;base64,${dot}"></p>`
    const { pictures, elsewhere } = picturesIn(html)
    expect(pictures.map(({ ending, type }) => [ending, type])).toEqual([['png', 'image/png']])
    expect(elsewhere).toBe(3)
  })
})
