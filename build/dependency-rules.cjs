/** Who may import whom: the table of the architecture, checked over types too. */
const only = (from, allowed) => ({
  name: `${from}-imports`,
  comment: `src/${from} may import ${allowed.join(', ') || 'no other layer'}`,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: [from, ...allowed].map((layer) => `^src/${layer}/`) },
})

const noNode = (layer) => ({
  name: `${layer}-is-pure`,
  comment: `src/${layer} runs anywhere: no Node modules`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { dependencyTypes: ['core'] },
})

module.exports = {
  forbidden: [
    only('shared', []),
    only('layout', ['shared']),
    only('backend', ['shared', 'layout']),
    only('main', ['shared', 'backend']),
    only('web', ['shared', 'backend']),
    // The command line also starts the local web host.
    only('cli', ['shared', 'backend', 'web']),
    only('preload', []),
    only('renderer', ['shared', 'layout']),
    noNode('shared'),
    noNode('layout'),
    noNode('renderer'),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'pdfkit-in-one-place',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/backend/export/pdf/' },
      to: { path: 'node_modules/(@types/)?pdfkit' },
    },
    {
      name: 'pdf-lib-in-one-place',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/backend/export/document/' },
      to: { path: 'node_modules/@cantoo/pdf-lib' },
    },
    {
      name: 'nodemailer-in-one-place',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/backend/mail-client[.]ts$' },
      to: { path: 'node_modules/nodemailer' },
    },
    {
      name: 'electron-in-its-hosts',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main|preload)/' },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'features-stay-apart',
      comment: 'Features of the interface do not import one another',
      severity: 'error',
      from: { path: '^src/renderer/features/([^/]+)/' },
      to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
    },
    {
      name: 'channels-stay-apart',
      severity: 'error',
      from: { path: '^src/backend/publishing/channels/([^/]+)/' },
      to: { path: '^src/backend/publishing/channels/[^/]+/', pathNot: '^src/backend/publishing/channels/$1/' },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: ['^electron$', '\\?'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'build/tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
