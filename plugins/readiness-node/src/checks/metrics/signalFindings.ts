import type { Finding } from 'backstage-plugin-readiness-common';
import { judge, pass, type CheckContext } from '../../check';
import type {
  SignalFact,
  SignalPurpose,
} from '../../facts/types/observability';

/**
 * A finding for each signal of a purpose: it passes when it is on, fails with
 * half the credit when a chart's switch has it off by default.
 */
export function judgeSignals(
  { facts }: CheckContext,
  purpose: SignalPurpose,
  getRules: (signal: SignalFact) => readonly string[] = () => [],
): Finding[] {
  return facts.signals
    .filter(signal => signal.purpose === purpose)
    .map(signal => judgeSignal(signal, getRules(signal)));
}

function judgeSignal(signal: SignalFact, rules: readonly string[]): Finding {
  const { isOn, offByDefault, tool, note } = signal;
  if (offByDefault !== undefined) {
    return {
      ...pass(signal, { message: '' }),
      outcome: 'fail',
      partial: true,
      message: `${tool} is there, but off unless ${offByDefault} is turned on`,
      expected: `${offByDefault} = true by default`,
      actual: `${offByDefault} is off by default`,
      rules,
    };
  }
  if (isOn.state === 'known' && isOn.value) {
    return pass(signal, {
      message: note === undefined ? tool : `${tool}: ${note}`,
      rules,
      at: [isOn.location],
    });
  }
  return judge(signal, isOn, {
    expected: `${isOn.setting} on`,
    rules,
    passes: value => value,
  });
}
