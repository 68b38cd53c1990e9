import { once } from './once';

it('loads a key once while it is running', async () => {
  const load = jest.fn(async (key: string) => key);
  const get = once(load);
  await Promise.all([get('tent'), get('tent'), get('kettle')]);
  expect(load).toHaveBeenCalledTimes(2);
});

it('loads it again afterwards', async () => {
  const load = jest.fn(async (key: string) => key);
  const get = once(load);
  await get('tent');
  await get('tent');
  expect(load).toHaveBeenCalledTimes(2);
});
