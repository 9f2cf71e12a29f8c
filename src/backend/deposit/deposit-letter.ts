import { depositDue } from '../../shared/deposit/deposit.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import type { Publication } from '../../shared/settings/settings.ts'
import { printDate } from '../layout/layout-service.ts'

/**
 * What is sent where of an issue, for the person who sends it: after № 77-ФЗ «Об обязательном экземпляре документов»,
 * article 7, with the changes of № 26-ФЗ and № 131-ФЗ of 2022.
 */
export const depositLetter = (
  { name, imprint }: Pick<Publication, 'name' | 'imprint'>,
  { serial, plannedFor, pages }: Pick<Issue, 'serial' | 'plannedFor' | 'pages'>,
  files: readonly string[],
): string =>
  [
    `Обязательный экземпляр: «${name}» № ${serial}, ${printDate(plannedFor)}, полос: ${pages}`,
    '',
    'Основание: закон № 77-ФЗ «Об обязательном экземпляре документов», статья 7. Пересылка — за счёт редакции;',
    'за пропуск срока наказывают по статье 13.23 КоАП РФ. Числа и адреса сверьте с действующей редакцией закона.',
    '',
    `1. Печатные экземпляры, в день выхода первой партии тиража (${printDate(plannedFor)}):`,
    '   [ ] Минцифры России — 1 экз.;',
    '   [ ] Российская государственная библиотека — столько экземпляров, сколько положено изданию вашего вида;',
    '   [ ] библиотека (книжная палата) субъекта Федерации — 3 экз.;',
    '   [ ] библиотека муниципального образования — если газета муниципальная.',
    '   Договоритесь с типографией: обычно экземпляры рассылает она. Возьмите подтверждение.',
    '',
    `2. Экземпляры в электронной форме, не позже чем через семь дней (до ${printDate(depositDue(plannedFor))}):`,
    '   [ ] Российская государственная библиотека — 2 экз., через сайт https://oek.rsl.ru, с квалифицированной',
    '       электронной подписью издателя. Файлы должны быть теми же, что напечатаны.',
    '',
    'В этой папке:',
    ...files.map((file) => `   ${file}`),
    '',
    'Сведения об издании из выходных данных:',
    ...imprint.map((line) => `   ${line}`),
    '',
    'Когда всё отправлено, отметьте это на «Моём столе» ответственного секретаря.',
    '',
  ].join('\n')
