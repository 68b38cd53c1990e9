import fc from 'fast-check';
import { matchSubject } from './matchSubject';

describe('matchSubject', () => {
  it.each([
    ['aws_db_instance.*', 'aws_db_instance.orders', true],
    ['*orders', 'module.db["a"].aws_db_instance.orders', true],
    ['Deployment/default/cart#*', 'Deployment/default/cart#web', true],
    ['Deployment/default/cart', 'Deployment/default/cart#web', false],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['', '', true],
    ['*', '', true],
    ['[ab]', 'a', false],
  ])('%s against %s: %s', (glob, subject, expected) => {
    expect(matchSubject(glob, subject)).toBe(expected);
  });

  it('agrees with the expression the glob stands for', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', '*', '?'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(text, text, (glob, subject) => {
        const pattern = glob.replace(/\*/g, '.*').replace(/\?/g, '.');
        expect(matchSubject(glob, subject)).toBe(
          new RegExp(`^${pattern}$`).test(subject),
        );
      }),
    );
  });

  it('is not stalled by many stars', () => {
    expect(matchSubject(`${'*a'.repeat(50)}b`, 'a'.repeat(5000))).toBe(false);
  });
});
