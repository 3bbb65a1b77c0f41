/** Who may import whom. A rule's comment is what is printed where it is broken. */

const tests = '\\.(test|spec|parity|bench)\\.tsx?$'
const allDependencies = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown']

/** A package, by its name, wherever it lies. */
const pkg = name => `(^|node_modules/)${name}(/|$)`

/** Only these files may import the package. */
const onlyIn = (name, packagePath, places) => ({
  name,
  comment: `${packagePath} is imported only in ${places}`,
  severity: 'error',
  from: { path: '^(main|renderer|shared|e2e|scripts)/', pathNot: places },
  to: { path: pkg(packagePath) }
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'shared-stands-alone',
      comment: 'shared/ runs in every process and in Node: it imports neither main/ nor renderer/',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(main|renderer|e2e|scripts)/' }
    },
    {
      name: 'main-and-renderer-apart',
      comment: 'main/ and renderer/ are two processes: what both need lies in shared/',
      severity: 'error',
      from: { path: '^(main|renderer)/' },
      to: { path: '^(main|renderer|e2e|scripts)/', pathNot: '^$1/' }
    },
    {
      name: 'e2e-from-outside',
      comment: 'e2e/ drives the app from outside: it imports shared/ and scripts/, not main/ or renderer/',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(main|renderer)/' }
    },
    {
      name: 'blocks-know-no-engine',
      comment: 'a block is handed its builder, so that reading a document loads no tfjs',
      severity: 'error',
      from: { path: '^shared/blocks/' },
      to: { path: '^shared/engine/' }
    },
    onlyIn('react-flow-in-canvas', '@xyflow', '^renderer/canvas/'),
    onlyIn('tfjs-in-engine', '@tensorflow', '^shared/engine/'),
    {
      name: 'window-without-tfjs',
      comment: 'tfjs computes in the worker alone: nothing that the window loads may lead to shared/engine/',
      severity: 'error',
      from: { path: '^renderer/', pathNot: [tests, '\\.worker\\.ts$'] },
      to: { path: '^shared/engine/', reachable: true }
    },
    onlyIn('react-in-renderer', '(react|react-dom|@base-ui|zustand)', '^renderer/'),
    // ipcMain is a name, not a module: only these folders may hold what has it.
    onlyIn('electron-in-main', 'electron', '^(main/|e2e/fixtures/|e2e/electron-stand-in/)'),
    onlyIn('updater-in-one-file', 'electron-updater', '^main/updates/electron-updater\\.'),
    onlyIn('electron-log-in-log', 'electron-log', '^main/log\\.ts$'),
    {
      name: 'shared-without-node',
      comment: 'shared/ runs in browsers too: what needs Node is a file node-*.ts, or a test',
      severity: 'error',
      from: { path: '^shared/', pathNot: [tests, '/node-[^/]+\\.ts$'] },
      to: { dependencyTypes: ['core'] }
    },
    {
      name: 'only-node-imports-node',
      comment:
        'a file node-*.ts is imported by main/, by tests and by its like, and stays out of the browser',
      severity: 'error',
      from: { path: '^(shared|renderer)/', pathNot: [tests, '/node-[^/]+\\.ts$'] },
      to: { path: '^shared/.*node-[^/]+\\.ts$' }
    },
    {
      name: 'renderer-without-node',
      comment: 'renderer/ runs in a browser',
      severity: 'error',
      from: { path: '^renderer/', pathNot: tests },
      to: { dependencyTypes: ['core'] }
    },
    {
      name: 'no-tests-in-the-app',
      comment: 'the app imports no test',
      severity: 'error',
      from: { pathNot: tests },
      to: { path: tests }
    },
    {
      name: 'no-cycles',
      comment: 'no cycles, but for those of types alone',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
    },
    {
      name: 'scripts-plain',
      comment:
        'scripts, and main/serve for them, run before anything is installed: Node alone, but for what comes later',
      severity: 'error',
      from: { path: '^(scripts|main/serve)/', pathNot: [tests, '^scripts/(browser|icons|sign-feed)\\.mjs$'] },
      to: { dependencyTypes: allDependencies }
    },
    {
      name: 'resolvable',
      comment: 'every import leads somewhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^[^?]+\\?(url|raw|worker)$' }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|\\.cache|\\.venv)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types']
    },
    cache: { folder: '.cache/dependency-cruiser', strategy: 'content' }
  }
}
