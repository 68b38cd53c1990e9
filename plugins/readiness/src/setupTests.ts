import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole apps are rendered here, also on machines that have better things to do.
// Looking at every ancestor's style is most of the cost of a query by role.
configure({ asyncUtilTimeout: 20_000, defaultHidden: true });
jest.setTimeout(120_000);

// jsdom lays nothing out: without a size the virtual list shows no line.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', {
  configurable: true,
  get: () => 800,
});
Object.defineProperty(HTMLElement.prototype, 'clientWidth', {
  configurable: true,
  get: () => 1200,
});
