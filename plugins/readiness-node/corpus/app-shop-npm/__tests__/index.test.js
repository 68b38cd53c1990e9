import Home from '../pages';

test('renders', () => {
  expect(Home()).toBeTruthy();
});
