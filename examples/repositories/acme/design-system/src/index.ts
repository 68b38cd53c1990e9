export { Button } from './Button';
export { contrast } from './contrast';
