import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import classNames from 'classnames';
import { getReadinessPalette } from '../../theme/readinessPalette';
import {
  useTranslation,
  type Translate,
} from '../../translation/useTranslation';
import { Icon } from '../Icon';
import type { IconName } from '../iconPaths';
import type { OutcomeMark } from './outcomeMark';

const useStyles = makeStyles(theme => {
  const palette = getReadinessPalette(theme);
  return {
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 5,
      verticalAlign: 'middle',
    },
    strong: { fontWeight: 700, whiteSpace: 'nowrap' },
    pass: { color: palette.pass },
    fail: { color: palette.fail },
    waived: { color: palette.waived },
    attested: { color: palette.attested },
    unknown: { color: palette.unknown },
    'not-applicable': { color: palette.notApplicable },
    error: { color: palette.error },
  };
});

const ICONS: Readonly<Record<OutcomeMark, IconName>> = {
  pass: 'pass',
  fail: 'fail',
  waived: 'waived',
  attested: 'attested',
  unknown: 'unknown',
  'not-applicable': 'notApplicable',
  error: 'error',
};

/** The words for a mark: `Fails, waived`. */
export function getOutcomeLabel(mark: OutcomeMark, t: Translate): string {
  switch (mark) {
    case 'pass':
      return t('outcome.pass');
    case 'fail':
      return t('outcome.fail');
    case 'waived':
      return t('outcome.waived');
    case 'attested':
      return t('outcome.attested');
    case 'unknown':
      return t('outcome.unknown');
    case 'not-applicable':
      return t('outcome.notApplicable');
    case 'error':
      return t('outcome.error');
    default:
      return mark satisfies never;
  }
}

/**
 * The one place that gives a mark its colour, icon and label. Children stand
 * in for the label: a count, a verdict.
 */
export function Outcome(props: {
  readonly mark: OutcomeMark;
  readonly size?: number;
  readonly children?: ReactNode;
  readonly className?: string;
}) {
  const { mark, size = 16, children, className } = props;
  const classes = useStyles();
  const t = useTranslation();
  return (
    <span
      className={classNames(
        classes.root,
        classes[mark],
        children === undefined && classes.strong,
        className,
      )}
    >
      <Icon name={ICONS[mark]} size={size} />
      {children ?? getOutcomeLabel(mark, t)}
    </span>
  );
}

/** The mark's icon alone, where the words stand beside it already. */
export function OutcomeIcon(props: {
  readonly mark: OutcomeMark;
  readonly size?: number;
}) {
  const { mark, size } = props;
  const classes = useStyles();
  return (
    <span className={classNames(classes.root, classes[mark])}>
      <Icon name={ICONS[mark]} size={size} />
    </span>
  );
}
