const { createHash } = require('node:crypto');
const {
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');

const cacheFolder = join(__dirname, '../node_modules/.cache/typescript');

/**
 * Lets `require` load the TypeScript files of this repository. Unlike
 * Backstage's nodeTransform it keeps what it compiled: the sources of the
 * engine are hundreds of files, and a command has to start at once.
 */
Module._extensions['.ts'] = (module, filename) => {
  module._compile(readCompiled(filename), filename);
};

function readCompiled(filename) {
  const { mtimeMs, size } = statSync(filename);
  const key = createHash('sha1').update(`${filename}\0${mtimeMs}\0${size}`);
  const cached = join(cacheFolder, `${key.digest('hex')}.js`);
  try {
    return readFileSync(cached, 'utf8');
  } catch {
    const code = compile(filename);
    // Two processes may write at once: a file appears whole or not at all.
    const draft = `${cached}.${process.pid}`;
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(draft, code);
    renameSync(draft, cached);
    return code;
  }
}

function compile(filename) {
  const { transformSync } = require('@swc/core');
  return transformSync(readFileSync(filename, 'utf8'), {
    filename,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
  }).code;
}
