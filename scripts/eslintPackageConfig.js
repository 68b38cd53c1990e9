const { join } = require('node:path');
const createConfig = require('@backstage/cli/config/eslint-factory');

const houseRules = {
  '@typescript-eslint/consistent-type-assertions': [
    'error',
    { assertionStyle: 'never' },
  ],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  'max-lines': ['error', 300],
};

/**
 * The ESLint configuration of a package: Backstage's, the house rules on types
 * and sizes, and which of the package's folders may import which.
 *
 * A zone says for `files` (a folder, file or glob in `src`) what they may
 * import of `src`. docs/architecture.md has the whole table.
 */
module.exports = function createPackageConfig(folder, zones = []) {
  return createConfig(folder, {
    // Other people's code, which tests read as data.
    ignorePatterns: ['corpus'],
    settings: {
      // Without this the imports of TypeScript files are not resolved, and
      // import/no-restricted-paths passes whatever it is given.
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
    },
    rules: {
      '@backstage/no-mixed-plugin-imports': 'error',
    },
    overrides: [
      {
        files: ['src/**/*.ts', 'src/**/*.tsx'],
        // A test starts from file text and goes the whole way.
        excludedFiles: ['**/*.test.*'],
        rules: { ...houseRules, ...restrictImports(folder, zones) },
      },
      {
        // Tools for tests make tests, they are none.
        files: ['src/testing/**'],
        rules: {
          'jest/expect-expect': 'off',
          'jest/no-export': 'off',
          'jest/valid-title': 'off',
          ...(exportsTesting(folder)
            ? {}
            : { '@backstage/no-undeclared-imports': 'off' }),
        },
      },
    ],
  });
};

/** Tools that only the package's own tests use may import its development dependencies. */
function exportsTesting(folder) {
  const { exports = {} } = require(join(folder, 'package.json'));
  return './testing' in exports;
}

function restrictImports(folder, zones) {
  if (zones.length === 0) {
    return {};
  }
  const formatted = zones.map(({ files, mayImport, why }) => ({
    target: `./src/${files}`,
    from: './src',
    except: mayImport.map(path => `./${path}`),
    message: why,
  }));
  return {
    'import/no-restricted-paths': [
      'error',
      { basePath: folder, zones: formatted },
    ],
  };
}
