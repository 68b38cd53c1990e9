import { MACHINE_TOOLS } from './machines';
import { OPERATION_TOOLS } from './operations';
import { PLATFORM_TOOLS } from './platforms';
import type { ToolSample } from './toolSample';

export type { ToolSample } from './toolSample';

/** Every tool that the source of the checklist names. */
export const TOOL_SAMPLES: readonly ToolSample[] = [
  ...MACHINE_TOOLS,
  ...PLATFORM_TOOLS,
  ...OPERATION_TOOLS,
];
