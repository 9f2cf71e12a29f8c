import { type Assignment, assignmentSchema } from '../../../shared/assignment/assignment.ts'

const asked = (fields: Partial<Assignment>): Assignment => assignmentSchema.parse(fields)

/** What was asked of the stories of the demo newsroom, by the name of their file; the others came by themselves. */
export const demoAssignments: Readonly<Record<string, Assignment>> = {
  '07-firewood': asked({
    people: ['reporter'],
    lines: 130,
    characters: 5200,
    audience: 'members',
    region: 'Вологодская область',
  }),
  '08-mentor': asked({
    ...{ people: ['reporter'], lines: 150, characters: 6000, audience: 'members', region: 'Псковская область' },
    note: 'Очерк о человеке, не о юбилее: один день в детском саду.',
  }),
  '09-college': asked({
    lines: 110,
    characters: 4400,
    audience: 'members',
    photos: 'Доска с договором',
    region: 'Новосибирская область',
  }),
  '04-pay': asked({ lines: 140, characters: 5600, audience: 'public' }),
  '16-captains': asked({ people: ['sectionEditor'], lines: 160, audience: 'public', project: 'captains' }),
  '18-contest': asked({ audience: 'members', project: 'contest' }),
  '19-edyuton': asked({ audience: 'members', project: 'edyuton' }),
  '20-forum': asked({ audience: 'public', project: 'forum' }),
  '1-promises': asked({
    ...{ people: ['reporter'], lines: 120, characters: 4800, audience: 'members' },
    photos: 'Один снимок из школы, где обещание выполнили',
    note: 'По каждому району: обещали, сделали, что говорят люди.',
  }),
  '2-gifts': asked({
    ...{ people: ['reporter'], lines: 120, characters: 4800, audience: 'members' },
    note: 'Таблица и памятка: что облагается налогом, что нет.',
  }),
  '3-housing': asked({ audience: 'members', region: 'Алтайский край' }),
}
