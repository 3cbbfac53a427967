import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * The fences of ARCHITECTURE.md: answers flow one way, so a room of `core/` may import only the rooms
 * that stand before it. `core/problem.ts` and the like (files directly in `core/`) are open to all.
 */
const coreRooms = {
  instrument: [],
  survey: ['instrument'],
  intake: ['instrument', 'survey'],
  scoring: ['instrument', 'survey'],
  comparison: ['instrument', 'survey', 'scoring'],
  privacy: ['instrument', 'survey', 'scoring', 'comparison'],
  insights: ['instrument', 'survey', 'scoring', 'comparison', 'privacy'],
  employees: ['instrument', 'survey', 'scoring', 'comparison', 'privacy'],
  conclusions: ['instrument', 'survey', 'scoring', 'comparison', 'privacy', 'insights'],
  exchange: ['instrument', 'survey', 'scoring', 'comparison', 'privacy'],
  analysis: [
    'instrument',
    'survey',
    'scoring',
    'comparison',
    'privacy',
    'insights',
    'employees',
    'conclusions',
    'exchange',
  ],
  figures: [
    'instrument',
    'survey',
    'scoring',
    'comparison',
    'privacy',
    'insights',
    'employees',
    'conclusions',
    'analysis',
  ],
  report: [
    'instrument',
    'survey',
    'scoring',
    'comparison',
    'privacy',
    'insights',
    'employees',
    'conclusions',
    'analysis',
    'figures',
  ],
  api: [
    'instrument',
    'survey',
    'intake',
    'scoring',
    'comparison',
    'privacy',
    'insights',
    'employees',
    'conclusions',
    'figures',
    'report',
  ],
  views: [
    'instrument',
    'survey',
    'intake',
    'scoring',
    'comparison',
    'privacy',
    'insights',
    'employees',
    'conclusions',
    'exchange',
    'analysis',
    'figures',
    'api',
  ],
};

const machineModules = {
  regex: '^(node:|electron|better-sqlite3|xlsx|yauzl|csv-parse|fs$|path$|os$|http|undici|ws$)',
  message: 'core/ is pure: no files, no processes, no native modules.',
};

/** Modules that reach other machines: nothing in the program may. Tests alone listen, to see that nobody calls. */
const networkModules = {
  regex:
    '^(node:)?(http|https|http2|net|tls|dgram|dns|dns/promises)$|^(undici|ws|node-fetch|cross-fetch|axios|got|ky|socket\\.io.*|needle|superagent)(/|$)',
  message: 'Nothing connects out.',
};

/** Electron's own way to reach them. */
const electronNetwork = { name: 'electron', importNames: ['net'], message: 'Nothing connects out.' };

/** Network modules that are loaded while the program runs: `import('…')`, `require('…')`, `getBuiltinModule('…')`. */
const lateNetworkModules = [
  'ImportExpression > Literal.source',
  'CallExpression[callee.name="require"] > Literal',
  'CallExpression[callee.callee.name="createRequire"] > Literal',
  'CallExpression[callee.property.name="getBuiltinModule"] > Literal',
].map((place) => ({
  selector: `${place}[value=/${networkModules.regex.replaceAll('/', '\\u002F')}/]`,
  message: 'Nothing connects out.',
}));

/** The same of what a page and Node have without importing it. */
const networkGlobals = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
].map((name) => ({ name, message: 'Nothing connects out.' }));
const networkProperties = [
  { property: 'sendBeacon', message: 'Nothing connects out.' },
  ...networkGlobals.flatMap(({ name, message }) =>
    ['globalThis', 'window', 'self'].map((object) => ({ object, property: name, message })),
  ),
];

const outside = {
  regex: '(^|/)(electron|renderer|resources|test)/',
  message: 'core/ imports nothing outside core/ but pure libraries.',
};

const roomFences = Object.entries(coreRooms).map(([room, open]) => {
  const shut = Object.keys(coreRooms).filter((other) => other !== room && !open.includes(other));
  return {
    files: [`core/${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            machineModules,
            networkModules,
            outside,
            {
              regex: `^\\.\\./(${shut.join('|')})/`,
              message: `core/${room} stands before these rooms (see ARCHITECTURE.md).`,
            },
          ],
        },
      ],
    },
  };
});

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'out/', 'coverage/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Numbers in templates are the rule in this project; they are safe to print.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Typed arrays and rows of known width are indexed after a length check all through the hot paths.
      '@typescript-eslint/no-non-null-assertion': 'error',
      // `while (true)` loops over a stream end by return or break.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
  },
  {
    files: ['core/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [machineModules, networkModules, outside] }],
      'no-restricted-syntax': ['error', ...lateNetworkModules],
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'core/ has no clock: the caller passes the time in.' },
        { name: 'Intl', message: 'core/ has no default locale: use core/text.' },
        { name: 'process', message: 'core/ has no process.' },
        ...networkGlobals,
      ],
      'no-restricted-properties': [
        'error',
        ...networkProperties,
        {
          object: 'Math',
          property: 'random',
          message: 'core/ is deterministic: the caller passes a seed in.',
        },
        { property: 'localeCompare', message: 'The default locale differs between machines: use core/text.' },
        {
          property: 'toLocaleString',
          message: 'The default locale differs between machines: use core/text.',
        },
      ],
    },
  },
  ...roomFences,
  {
    files: ['electron/**/*.ts', 'electron/**/*.mjs', 'resources/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [electronNetwork],
          patterns: [
            { regex: '(^|/)renderer/', message: 'electron/ never imports renderer/.' },
            networkModules,
          ],
        },
      ],
      'no-restricted-syntax': ['error', ...lateNetworkModules],
      'no-restricted-globals': ['error', ...networkGlobals],
      'no-restricted-properties': ['error', ...networkProperties],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '(^|/)electron(/|$)',
              message: 'renderer/ reaches the machine only through core/api.ts.',
            },
            { regex: '^node:', message: 'renderer/ runs in a window.' },
            networkModules,
          ],
        },
      ],
      'no-restricted-syntax': ['error', ...lateNetworkModules],
      'no-restricted-globals': ['error', ...networkGlobals],
      'no-restricted-properties': ['error', ...networkProperties],
    },
  },
  {
    // The explicit list of what may: fonts that came with the page, for pictures of figures. The page's policy lets it reach nothing else.
    files: ['renderer/shared/figure/picture.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    // What a person reads on a terminal is written by these alone.
    files: ['electron/cli/**/*.ts', 'electron/*.mjs', 'test/bench/**/*.ts', 'resources/samples/make/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
);
