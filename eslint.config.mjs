import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** In the order of architecture.md's list: a library imports those that stand before it, none after. */
const libraries = [
  'configuration',
  'events',
  'decider',
  'geo',
  'fares',
  'observability',
  'messaging',
  'positions',
  'streams',
  'http',
  'testing',
];
/** Made from the OpenAPI documents, for whoever knows the services by HTTP only; it imports no library. */
const clients = ['client'];
const tagsOf = (names) => names.map((name) => `lib:${name}`);

/** Services that the world as a test is made of: their package exports `parts`. */
const parted = ['rider', 'driver', 'matching', 'booking'];

const boundaries = [
  ...libraries.map((name, i) => ({
    sourceTag: `lib:${name}`,
    onlyDependOnLibsWithTags: [`lib:${name}`, ...tagsOf(libraries.slice(0, i))],
  })),
  ...['rider', 'driver', 'matching', 'booking', 'notification', 'insights'].map((name) => ({
    sourceTag: `app:${name}`,
    onlyDependOnLibsWithTags: tagsOf(libraries),
  })),
  // Its page knows the services by HTTP only.
  { sourceTag: 'app:console', onlyDependOnLibsWithTags: tagsOf([...libraries, ...clients]) },
  // It knows the services by HTTP only.
  { sourceTag: 'app:simulator', onlyDependOnLibsWithTags: tagsOf(['configuration', 'geo', ...clients]) },
  { sourceTag: 'lib:client', onlyDependOnLibsWithTags: tagsOf(clients) },
  { sourceTag: 'infra:local', onlyDependOnLibsWithTags: tagsOf(['configuration', ...clients]) },
  // It joins the services' parts, and nobody imports it.
  {
    sourceTag: 'infra:world',
    onlyDependOnLibsWithTags: [...tagsOf(libraries), ...parted.map((name) => `app:${name}`)],
  },
];

const noKafka = {
  name: 'kafkajs',
  message: 'Only libs/messaging knows Kafka: hear facts by @On or @Effect, say them by tx.publish.',
};
const noDeepImports = {
  regex: '^@ride/[^/]+/.+',
  message: 'Import a library by its name: what it offers is in its index.ts.',
};
const noDeepImportsButParts = {
  ...noDeepImports,
  regex: `^@ride/(?!(${parted.join('|')})/parts$)[^/]+/.+`,
};
/** A policy is pure: what it knows comes in with the command and the facts, or from files that are as pure. */
const policy = { files: ['**/*.decider.ts', '**/*.evolve.ts', '**/*.state.ts', '**/*.rules.ts'] };
const onlyPolicyImports = {
  regex: '^(?!(@ride/(events|decider|geo|fares)|\\./[a-z-]+\\.(decider|evolve|state|rules)\\.js)$)',
  message:
    'A policy imports @ride/events, decider, geo and fares, and the *.decider, *.evolve, *.state and *.rules beside it.',
};
const onlyClient = {
  regex: '^@ride/(?!client$)',
  message: 'The page runs in a browser: of the libraries it imports @ride/client only.',
};
const noExportAll = {
  selector: 'ExportAllDeclaration',
  message: 'Export by name: an index.ts is read as a table of contents.',
};
const noDefaultBranch = {
  selector: 'SwitchCase[test=null]',
  message: 'Name every case: with a default the compiler no longer asks for a new one.',
};
const noLateImport = { selector: 'ImportExpression', message: 'A policy says at its top what it is made of.' };
const fromOutside = ['Date', 'process', 'console', 'globalThis', 'performance', 'crypto', 'fetch', 'setTimeout'];
const imports = ({ paths = [noKafka], patterns = [noDeepImports] } = {}) => ({
  'no-restricted-imports': ['error', { paths, patterns }],
});

export default tseslint.config(
  {
    ignores: ['**/dist/**', '**/node_modules/**', '.local/**', '.nx/**', 'coverage/**', 'libs/client/src/generated/**'],
  },
  js.configs.recommended,
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', setInterval: 'readonly', clearInterval: 'readonly' },
    },
  },
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          allow: [],
          // A suite may import late what must see the environment that it has set.
          checkDynamicDependenciesExceptions: ['.*'],
          depConstraints: boundaries,
        },
      ],
      ...imports(),
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // A fact type is a value and a type of the same name.
      '@typescript-eslint/no-redeclare': 'off',
      'no-redeclare': 'off',
      // tsc reports these, and knows types, decorators and overloads.
      'no-undef': 'off',
      'no-dupe-class-members': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-restricted-syntax': ['error', noExportAll],
    },
  },
  {
    files: ['libs/messaging/**/*.ts'],
    rules: { ...imports({ paths: [] }), '@typescript-eslint/no-explicit-any': 'off' },
  },
  // Each fact is declared once, in a file that is listed once.
  { files: ['libs/events/src/index.ts', 'libs/events/src/facts/index.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['infra/world/**/*.ts'], rules: imports({ patterns: [noDeepImportsButParts] }) },
  { files: ['apps/console/web/**/*.{ts,tsx}'], rules: imports({ patterns: [noDeepImports, onlyClient] }) },
  {
    files: ['apps/console/web/public/*.js'],
    languageOptions: { globals: { document: 'readonly', localStorage: 'readonly' } },
  },
  // Its commit protocol needs inner calls, behind one port of its own.
  { files: ['libs/streams/src/log/**/*.ts'], rules: imports({ paths: [] }) },
  // A service under test is watched from outside, on the log itself.
  { files: ['libs/testing/**/*.ts', '**/test/**/*.ts'], rules: imports({ paths: [] }) },
  // It proves by its own mistakes that the compiler catches them.
  { files: ['libs/events/test/checks.ts'], rules: { '@typescript-eslint/switch-exhaustiveness-check': 'off' } },
  {
    ...policy,
    rules: {
      ...imports({ patterns: [noDeepImports, onlyPolicyImports] }),
      'max-lines': ['error', 199],
      'no-restricted-syntax': ['error', noExportAll, noDefaultBranch, noLateImport],
    },
  },
  {
    files: [
      ...policy.files,
      'libs/fares/src/**/*.ts',
      'libs/geo/src/radius.ts',
      'apps/matching/src/{plan,greedy-plan}.ts',
    ],
    rules: {
      'no-restricted-globals': [
        'error',
        ...fromOutside.map((name) => ({
          name,
          message: 'It is pure: times, ids and chance come in with the command or the fact.',
        })),
      ],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
    },
  },
  prettier,
);
