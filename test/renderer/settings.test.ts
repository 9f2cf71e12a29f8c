import { describe, expect, it } from 'vitest'
import { exportAddress, mediaAddress } from '../../src/renderer/api/addresses.ts'
import { draftOf, faultsOf, publicationOf } from '../../src/renderer/features/settings/publication-draft.ts'
import { joinPath } from '../../src/renderer/features/start/paths.ts'
import { publicationSchema } from '../../src/shared/settings/settings.ts'

const { style: _style, ...publication } = publicationSchema.parse({ imprint: ['Учредитель', 'Тираж 1000'], runningNumber: 1248 })

describe('the form of the publication', () => {
  it('gives back what it was made of', () => {
    expect(publicationOf(draftOf(publication))).toEqual(publication)
  })

  it('drops empty lines of the imprint', () => {
    expect(publicationOf({ ...draftOf(publication), imprint: '\n Учредитель \n\n' })?.imprint).toEqual(['Учредитель'])
  })

  it('names the fields that can’t be taken and saves nothing until then', () => {
    const draft = { ...draftOf(publication), name: ' ', portal: 'eseur', runningNumber: '-1' }
    expect([...faultsOf(draft)].sort()).toEqual(['name', 'portal', 'runningNumber'])
    expect(publicationOf(draft)).toBeNull()
  })
})

describe('addresses and paths', () => {
  it('asks for pictures and exports by safe addresses', () => {
    expect(mediaAddress('a/b', 800)).toBe('/media/a%2Fb?width=800')
    expect(exportAddress('/tmp/редакция/exports/47.pdf')).toBe('/exports/47.pdf')
    expect(exportAddress('C:\\редакция\\exports\\47.pdf')).toBe('/exports/47.pdf')
  })

  it('joins paths as their own system does', () => {
    expect(joinPath('/home/a', 'Редакция')).toBe('/home/a/Редакция')
    expect(joinPath('/', 'Редакция')).toBe('/Редакция')
    expect(joinPath('C:\\Users\\a', 'Редакция')).toBe('C:\\Users\\a\\Редакция')
  })
})
