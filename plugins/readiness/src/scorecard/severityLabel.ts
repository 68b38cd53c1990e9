import type { Severity } from 'backstage-plugin-readiness-common';
import type { Translate } from '../translation/useTranslation';

/** The word for a severity. */
export function getSeverityLabel(severity: Severity, t: Translate): string {
  switch (severity) {
    case 'critical':
      return t('severity.critical');
    case 'high':
      return t('severity.high');
    case 'medium':
      return t('severity.medium');
    case 'low':
      return t('severity.low');
    default:
      return severity satisfies never;
  }
}
