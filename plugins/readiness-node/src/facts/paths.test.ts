import { isSamplePath } from './paths';

describe('isSamplePath', () => {
  it.each([
    ['examples/main.tf', true],
    ['src/test/java/com/acme/CartTest.java', true],
    ['app/src/main/java/com/example/Cart.java', false],
    ['src/main/kotlin/com/example/loyalty/Main.kt', false],
    ['samples/app/src/main/java/com/acme/Main.java', true],
    ['src/main/java/com/example/Main.java', false],
    ['src/example/main.go', true],
  ])('%s: %s', (path, isSample) => {
    expect(isSamplePath(path)).toBe(isSample);
  });
});
