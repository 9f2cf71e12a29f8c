import { describe, expect, it } from 'vitest'
import { geographyOf, type IssueGeography } from '../../../src/shared/region/geography.ts'

const issue = (serial: string, day: string, ...regions: readonly string[]): IssueGeography => ({
  ...{ serial, day },
  stories: regions.map((region) => ({ region, rubric: 'Вести регионов', audience: region === '' ? null : ('members' as const) })),
})
const issues = [
  issue('45', '2026-11-11', 'Тульская область', 'Тульская область'),
  issue('46', '2026-11-18', 'Омская область', ''),
  issue('47', '2026-11-25', 'Тульская область'),
  issue('48', '2026-12-02', ''),
]
const organisations = [
  { name: 'Тульская организация', region: 'Тульская область', district: 'Центральный' },
  { name: 'Организация науки', region: 'Наука', district: '' },
]

describe('the geography', () => {
  it('U2: counts the latest issues, and knows the last appearance from all of them', () => {
    const { regions, issues: counted } = geographyOf(issues, organisations, 2)
    expect(counted).toBe(2)
    const row = (name: string) => regions.find(({ region }) => region === name)
    expect(row('Тульская область')).toEqual({
      ...{ region: 'Тульская область', district: 'Центральный', organisations: ['Тульская организация'] },
      ...{ stories: 1, last: { serial: '47', day: '2026-11-25' }, missed: 1 },
    })
    expect(row('Омская область')).toMatchObject({ stories: 0, last: { serial: '46' }, missed: 2 })
  })

  it('U8: has every region and what the address book adds, and guesses none', () => {
    const { regions, withoutRegion } = geographyOf(issues, organisations, 100)
    expect(regions).toHaveLength(84)
    expect(regions.at(-1)).toMatchObject({ region: 'Наука', district: '', organisations: ['Организация науки'] })
    expect(regions.filter(({ last }) => last !== null)).toHaveLength(2)
    expect(withoutRegion).toBe(2)
  })

  it('balances rubrics and districts by reader', () => {
    const { rubrics, districts } = geographyOf(issues, organisations, 100)
    expect(rubrics).toEqual([{ name: 'Вести регионов', stories: 6, members: 4, public: 0, unsaid: 2 }])
    expect(districts.map(({ name, stories }) => [name, stories])).toEqual([
      ['Центральный', 3],
      ['Сибирский', 1],
    ])
  })
})
