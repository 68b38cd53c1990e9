export {
  hclParser,
  initialiseHclParser,
  parseExpression,
  parseTemplate,
} from './hclParser';
export { hclJsonParser } from './hclJsonParser';
export * from './syntax';
