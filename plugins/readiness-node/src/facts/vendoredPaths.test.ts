import { createSnapshot } from '../testing';
import { createIsVendored } from './vendoredPaths';

describe('createIsVendored', () => {
  const isVendored = createIsVendored(
    createSnapshot({
      '.gitattributes': [
        '* text=auto',
        '# linguist-vendored',
        'examples/** linguist-vendored',
        '*.pb.go linguist-generated=true',
        'examples/ours/** -linguist-vendored',
        'kept/** linguist-vendored=false',
      ].join('\r\n'),
    }),
  );

  it.each([
    ['examples/a/main.tf', true],
    ['examples/ours/main.tf', false],
    ['api/cart.pb.go', true],
    ['kept/a.go', false],
    ['main.tf', false],
  ])('%s: %s', (path, expected) => expect(isVendored(path)).toBe(expected));

  it('counts every file without the attributes file', () => {
    expect(createIsVendored(createSnapshot({}))('a')).toBe(false);
  });
});
