import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readFolder } from './readFolder';

describe('readFolder', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'readiness-folder-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const read = () =>
    readFolder(folder).files.map(({ path, text, withheld }) => [
      path,
      text ?? withheld,
    ]);

  it('reads files with their text, in order, third parties left out', () => {
    write('b/main.tf', 'b');
    write('a.md', 'a');
    write('node_modules/x/index.js', 'x');
    expect(read()).toEqual([
      ['a.md', 'a'],
      ['b/main.tf', 'b'],
    ]);
  });

  it('decodes UTF-16 and names what it does not read', () => {
    write(
      'utf16.tf',
      Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from('x = 1', 'utf16le'),
      ]),
    );
    write('picture.png', Buffer.from([0x89, 0x50, 0, 1]));
    write('huge.json', Buffer.alloc(5 * 1024 * 1024 + 1, 'a'));
    symlinkSync('/etc/hosts', join(folder, 'link.tf'));
    expect(read()).toEqual([
      ['huge.json', 'too-large'],
      ['link.tf', 'link'],
      ['picture.png', 'binary'],
      ['utf16.tf', 'x = 1'],
    ]);
  });

  it('says when folders are nested too deep', () => {
    write(`${'d/'.repeat(45)}main.tf`, 'x');
    write('main.tf', 'y');
    expect(readFolder(folder)).toMatchObject({
      files: [{ path: 'main.tf' }],
      truncatedBy: '40 nested folders',
    });
  });

  it('leaves out what git ignores', () => {
    execFileSync('git', ['init', '-q', folder]);
    write('.gitignore', 'secret.env\n');
    write('secret.env', 'x');
    write('main.tf', 'y');
    expect(read().map(([path]) => path)).toEqual(['.gitignore', 'main.tf']);
  });

  it('refuses what is no folder with one line', () => {
    expect(() => readFolder(join(folder, 'gone'))).toThrow(
      /gone is not a folder that can be read$/,
    );
  });
});
