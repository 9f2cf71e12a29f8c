import { chmod } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { sourcesHash } from './build/sources-hash.ts'

const from = (path: string) => resolve(import.meta.dirname, path)

/** npm makes a program executable when it installs it; every later build writes the file anew and must do so itself. */
const executable = (name: string): Plugin => ({
  name: 'executable',
  writeBundle: ({ dir }) => chmod(join(dir ?? '', name), 0o755),
})

export default defineConfig({
  main: {
    define: { programBuild: JSON.stringify(sourcesHash(import.meta.dirname)) },
    plugins: [executable('cli.js')],
    // Of pdfkit objects and pages are used: what it loads for fonts, line breaks, PNG files and locks takes longer than all the rest.
    resolve: {
      alias: Object.fromEntries(
        ['fontkit', 'linebreak', 'png-js', '@noble/ciphers/aes'].map((name) => [name, from('build/left-out.ts')]),
      ),
    },
    build: {
      sourcemap: true,
      // What package.json calls a devDependency is built in: of those packages a part is used, and it loads in a tenth of the
      // time that their files take one by one. The dependencies stay files of their own.
      rolldownOptions: {
        input: { index: from('src/main/index.ts'), cli: from('src/cli/index.ts') },
        // Parts loaded later lie beside the programs: they find the interface and the resources from their own folder.
        // Without spaces and comments it is read in less time and room; names stay, for the log.
        output: { chunkFileNames: '[name]-[hash].js', minify: { compress: false, mangle: false, codegen: true } },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload can't require packages and must be CommonJS whatever package.json says.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: from('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: { chunkSizeWarningLimit: 4000, rolldownOptions: { input: from('src/renderer/index.html') } },
  },
})
