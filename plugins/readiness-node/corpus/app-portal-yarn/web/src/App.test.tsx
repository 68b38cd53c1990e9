import { App } from './App';

it('exists', () => expect(App).toBeDefined());
