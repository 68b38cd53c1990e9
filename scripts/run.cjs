// Runs a TypeScript file of this repository: `node scripts/run.cjs FILE [ARG…]`.
require('./loadTypeScript');
const { resolve } = require('node:path');

const [file] = process.argv.splice(2, 1);
require(resolve(file));
