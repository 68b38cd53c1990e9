import { useEffect, useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { visuallyHidden } from '../../theme/mixins';
import { useTranslation } from '../../translation/useTranslation';
import type { IconName } from '../iconPaths';
import { ActionButton } from './ActionButton';

/** Copies a text and says so, to eyes and screen readers. */
export function CopyButton(props: {
  readonly getText: () => string;
  readonly label: string;
  readonly icon?: IconName;
  readonly variant?: 'text' | 'outlined' | 'contained';
}) {
  const { getText, label, icon = 'copy', variant } = props;
  const t = useTranslation();
  const [, copy] = useCopyToClipboard();
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setIsCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <>
      <ActionButton
        icon={isCopied ? 'check' : icon}
        variant={variant}
        onClick={() => {
          copy(getText());
          setIsCopied(true);
        }}
      >
        {isCopied ? t('action.copied') : label}
      </ActionButton>
      <span role="status" style={visuallyHidden}>
        {isCopied ? t('action.copied') : ''}
      </span>
    </>
  );
}
