const { handler } = require('./thumbnails');

test('does nothing without records', async () => {
  await expect(handler({ Records: [] })).resolves.toBeUndefined();
});
