import { render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { Button } from './Button';

test('a loading button cannot be pressed', () => {
  const onPress = vi.fn();
  render(<Button loading onPress={onPress}>Save</Button>);
  screen.getByRole('button', { name: 'Save' }).click();
  expect(onPress).not.toHaveBeenCalled();
});
