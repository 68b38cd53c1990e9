import type {
  WaiverKind,
  WaiverState,
} from 'backstage-plugin-readiness-common';
import type { Translate } from '../translation/useTranslation';

/** The word for a kind of waiver; it is the word of the annotation too. */
export function getWaiverKindLabel(kind: WaiverKind, t: Translate): string {
  switch (kind) {
    case 'planned':
      return t('waiverKind.planned');
    case 'accepted-risk':
      return t('waiverKind.acceptedRisk');
    case 'met-elsewhere':
      return t('waiverKind.metElsewhere');
    case 'not-applicable':
      return t('waiverKind.notApplicable');
    case 'not-detected':
      return t('waiverKind.notDetected');
    default:
      return kind satisfies never;
  }
}

/** What a waiver in this state changes. */
export function getWaiverEffect(state: WaiverState, t: Translate): string {
  switch (state) {
    case 'active':
    case 'expiring':
      return t('waiverState.active');
    case 'unapproved':
      return t('waiverState.unapproved');
    case 'expired':
      return t('waiverState.expired');
    case 'invalid':
      return t('waiverState.invalid');
    case 'orphaned':
      return t('waiverState.orphaned');
    case 'unneeded':
      return t('waiverState.unneeded');
    default:
      return state satisfies never;
  }
}
