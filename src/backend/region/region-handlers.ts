import type { Handlers } from '../../shared/api/operation.ts'
import { success } from '../../shared/api/result.ts'
import { compareText } from '../../shared/language/sorting.ts'
import type { regionApi } from '../../shared/region/api.ts'
import { type Geography, geographyOf } from '../../shared/region/geography.ts'
import { regionNames } from '../../shared/region/region.ts'
import { writeTableFile } from '../export/table-file.ts'
import type { Newsroom } from '../newsroom.ts'
import { issueStories } from '../rubric/issue-stories.ts'

export const regionHandlers = (newsroom: Newsroom): Handlers<typeof regionApi> => {
  const { articles, addresses } = newsroom
  const read = (count: number): Geography =>
    geographyOf(
      issueStories(newsroom).map(({ serial, day, stories }) => ({
        ...{ serial, day },
        stories: stories.map((id) => ({
          region: articles.cell(id, 'region'),
          rubric: articles.cell(id, 'rubric'),
          audience: articles.cell(id, 'audience') || null,
        })),
      })),
      addresses.get().organisations,
      count,
    )
  const mutable = ({ regions, rubrics, districts, ...rest }: Geography) => ({
    ...rest,
    regions: regions.map((row) => ({ ...row, organisations: [...row.organisations] })),
    rubrics: [...rubrics],
    districts: [...districts],
  })
  return {
    geography: async ({ issues }) => success(mutable(read(issues))),
    exportGeography: async ({ issues }) => {
      const head = ['Федеральный округ', 'Регион', 'Организации', 'Материалов', 'Последний номер', 'Дата', 'Номеров без региона']
      const rows = read(issues).regions.map((row) => [
        row.district,
        row.region,
        row.organisations.join(', '),
        String(row.stories),
        row.last?.serial ?? '',
        row.last?.day.split('-').toReversed().join('.') ?? '',
        String(row.missed),
      ])
      return writeTableFile(newsroom, 'geografiya-nomera', [head, ...rows])
    },
    names: async () => {
      const own = addresses.get().organisations.flatMap(({ region }) => (region === '' ? [] : [region]))
      return success([...new Set([...regionNames, ...own])].sort(compareText))
    },
  }
}
