import type { TemplateValue } from '../templateValue';

/** What functions may ask of the renderer. */
export interface FunctionContext {
  readonly renderer: {
    readonly markers: {
      print(value: TemplateValue | undefined): string;
      toPlain(value: TemplateValue | undefined): unknown;
      toYaml(value: TemplateValue | undefined): string;
    };
    include(name: string, dot: TemplateValue): string;
    renderText(text: string, dot: TemplateValue): string;
  };
  /** The pipeline as written. */
  readonly source: string;
}

/** A function of templates: the piped value is the last argument. */
export type TemplateFunction = (
  args: readonly TemplateValue[],
  context: FunctionContext,
) => TemplateValue;

export type FunctionTable = Readonly<Record<string, TemplateFunction>>;
