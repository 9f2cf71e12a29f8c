import type { Role, WorkflowAction } from '../../../shared/workflow/states.ts'

/** When a text is due: at an hour of a day so many days after today, or after the day the issue comes out. */
export interface DemoDeadline {
  readonly from: 'today' | 'issue'
  readonly days: number
  readonly hour: number
}

/** A step of a story's way: who took it, and what they said. */
export interface DemoStep {
  readonly action: WorkflowAction
  readonly person: Role
  readonly remark: string
}

/** A story of the demo newsroom: its file, its page, and how far it has come. */
export interface DemoStory {
  /** Name of its file under `articles` or, where it was never filed, under `unfiled`. */
  readonly file: string
  /** Null leaves it without a place. */
  readonly page: number | null
  readonly steps: readonly DemoStep[]
  readonly deadline: DemoDeadline | null
}

const step = (action: WorkflowAction, person: Role, remark = ''): DemoStep => ({ action, person, remark })

const edit = step('edit', 'subEditor')
const proofread = step('proofread', 'proofreader')
const approve = step('approve', 'editorInChief')
const approved = [edit, proofread, approve]

const story = (
  file: string,
  page: number | null,
  steps: readonly DemoStep[],
  deadline: DemoDeadline | null = null,
): DemoStory => ({ file, page, steps, deadline })

/** Stories that were filed, in the order of their files; on a page they stand in the order of this list. */
export const filedStories: readonly DemoStory[] = [
  story('01-plenum', 1, approved),
  story('02-agreement', 1, approved),
  story('03-briefs', 1, approved),
  story('04-pay', 2, [edit, proofread]),
  story('05-join', 2, approved),
  story('06-health', 2, approved),
  story('07-firewood', 3, approved),
  story(
    '08-mentor',
    3,
    [
      edit,
      step(
        'return',
        'sectionEditor',
        'Не хватает голоса заведующей: позвоните в «Журавлик» и спросите про договор с закладками. И проверьте год, с которого она председатель.',
      ),
    ],
    { from: 'today', days: 1, hour: 12 },
  ),
  story('09-college', 3, []),
  story('10-help', 4, approved),
  story('11-inspection', 4, approved),
  story('12-leave', 5, approved),
  story('13-papers', 5, [edit]),
  story('14-short-law', 5, approved),
  story('15-duty', 5, [edit, proofread]),
  story('16-captains', 6, [edit, proofread]),
  story('17-interview', 6, approved),
  story('18-contest', 7, approved),
  story('19-edyuton', 7, [edit]),
  story('20-forum', 7, [edit]),
  story('21-opinion', 8, approved),
  story('22-letters', 8, [edit]),
  story('23-column', 8, []),
  story('24-ski', null, [edit, step('hold', 'issueEditor', 'Ждём нового старта: ставим в следующий номер с результатами.')]),
  story('25-anniversary', null, [step('spike', 'managingEditor', 'Ни одного имени и ни одного события.')]),
]

/** Stories still with their authors, in the order of their files. */
export const unfiledStories: readonly DemoStory[] = [
  story('1-promises', 3, [step('assign', 'sectionEditor'), step('start', 'reporter')], { from: 'today', days: -2, hour: 12 }),
  story('2-gifts', null, [step('assign', 'sectionEditor', 'Нужны таблица и памятка: 120 строк.')], {
    from: 'issue',
    days: 1,
    hour: 18,
  }),
  story('3-housing', null, []),
]
