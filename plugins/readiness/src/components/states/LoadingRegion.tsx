import type { ReactNode } from 'react';
import { visuallyHidden } from '../../theme/mixins';
import { useTranslation } from '../../translation/useTranslation';

/** Bones for the eyes, one word for screen readers. */
export function LoadingRegion(props: { readonly children: ReactNode }) {
  const t = useTranslation();
  return (
    <div role="status" aria-busy="true" data-testid="readiness-loading">
      <span style={visuallyHidden}>{t('state.loading')}</span>
      <div aria-hidden="true">{props.children}</div>
    </div>
  );
}
