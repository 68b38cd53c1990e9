import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createEntity } from '../testing/createEntity';
import { expectNoViolations } from '../testing/expectNoViolations';
import { FakeReadinessApi } from '../testing/FakeReadinessApi';
import { renderScorecard } from '../testing/renderScorecard';

describe('EntityReadinessCard', () => {
  it('shows level against the bar, numbers, next steps and the weakest categories', async () => {
    const { container } = renderScorecard(new FakeReadinessApi(), {
      shown: 'entity-card',
    });
    expect(await screen.findByText('Below the bar')).toBeInTheDocument();
    expect(screen.getByText('93')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Caches fail over on their own' }),
    ).toHaveAttribute('href', expect.stringContaining('?check=cache-failover'));
    expect(screen.getByText('2 waived · 1 attested · 3 unknown')).toBeVisible();
    await expectNoViolations(container);
  });

  it('says that nothing is linked', async () => {
    renderScorecard(new FakeReadinessApi(), {
      shown: 'entity-card',
      entity: createEntity('lonely', {}),
    });
    expect(await screen.findByText('Not evaluated')).toBeInTheDocument();
  });

  it('says that it could not be loaded and tries again', async () => {
    const user = userEvent.setup();
    const api = new FakeReadinessApi();
    api.failing.add('getChecklist');
    renderScorecard(api, { shown: 'entity-card' });
    expect(await screen.findByText('Could not be loaded')).toBeInTheDocument();
    api.failing.clear();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Below the bar')).toBeInTheDocument();
  });
});
