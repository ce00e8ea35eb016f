import { fileURLToPath } from 'node:url';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { ELECTRON_ROOMS, zones } from './eslint-zones.js';

const ELECTRON = {
  regex: '^electron(/|$)',
  message: 'Only the rooms of ELECTRON_ROOMS may know Electron.',
};
const CHARTING_LIBRARY = {
  regex: '^lightweight-charts(/|$)',
  message: 'Only src/chart may know the charting library.',
};
const EVERY_PACKAGE = { regex: '^[^.]', message: 'This room imports no package.' };

/** @param {{ regex: string, message: string }[]} patterns */
const refusing = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const SOURCES = ['electron/**/*.ts', 'src/**/*.ts', 'src/**/*.svelte'];

export default tseslint.config(
  { ignores: ['node_modules/', 'out/', 'dist/', '.tsbuild/', 'coverage/'] },
  ...tseslint.configs.strict,
  ...svelte.configs['flat/recommended'],
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: ['tsconfig.json'] })],
    },
    rules: {
      complexity: ['error', 13],
      'max-classes-per-file': ['error', 1],
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      // The contract names results as type arguments of calls: `invoke(nothing)<void>()`.
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    files: SOURCES,
    rules: {
      'import-x/no-restricted-paths': [
        'error',
        { basePath: fileURLToPath(new URL('.', import.meta.url)), zones: zones() },
      ],
      'import-x/no-cycle': 'error',
    },
  },
  {
    files: ['electron/**/*.ts'],
    ignores: ELECTRON_ROOMS,
    rules: refusing(ELECTRON),
  },
  { files: ['src/**/*.ts', 'src/**/*.svelte'], rules: refusing(ELECTRON, CHARTING_LIBRARY) },
  { files: ['src/chart/**/*.ts'], rules: refusing(ELECTRON) },
  {
    files: ['src/shared/domain/**/*.ts', 'src/shared/i18n/**/*.ts'],
    rules: refusing(EVERY_PACKAGE),
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: tseslint.parser },
    },
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      // Maps and sets stand under $state.raw and are replaced whole.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.svelte'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['scripts/**/*.mjs', '*.js', 'test/**/*.ts'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
);
