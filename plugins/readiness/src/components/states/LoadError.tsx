import { useTranslation } from '../../translation/useTranslation';
import { TextButton } from '../controls/TextButton';
import { Notice } from './Notice';

/** Something could not be loaded; what it was, why, and another try. */
export function LoadError(props: {
  readonly title: string;
  readonly error: Error;
  readonly onRetry: () => void;
}) {
  const { title, error, onRetry } = props;
  const t = useTranslation();
  return (
    <div role="alert">
      <Notice
        kind="warning"
        icon="error"
        title={title}
        action={
          <TextButton onClick={onRetry}>
            <b>{t('action.retry')}</b>
          </TextButton>
        }
      >
        {t('state.errorDetail', { message: error.message })}
      </Notice>
    </div>
  );
}
