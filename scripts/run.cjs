// Runs a TypeScript file of this repository: `node scripts/run.cjs FILE [ARG…]`.
require('@backstage/cli/config/nodeTransform.cjs');
const { resolve } = require('node:path');

const [file] = process.argv.splice(2, 1);
require(resolve(file));
