const test = require('node:test');
const assert = require('node:assert');
const { parseWidth } = require('../src/cut');

test('known widths', () => {
  assert.equal(parseWidth('480.webp'), 480);
});

test('other widths would fill the cache', () => {
  assert.equal(parseWidth('481.webp'), undefined);
  assert.equal(parseWidth('480.jpg'), undefined);
});
