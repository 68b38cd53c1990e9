import { makeStyles } from '@material-ui/core/styles';
import classNames from 'classnames';
import { getReadinessPalette } from '../../theme/readinessPalette';
import { formatScore } from '../../format/formatScore';
import { iconPaths } from '../iconPaths';
import { getHeat, type Heat } from './heat';

/** The surfaces of the five heats. */
export const useHeatStyles = makeStyles(theme => {
  const [first, second, third, fourth, fifth] = getReadinessPalette(theme).heat;
  return {
    heat1: { backgroundColor: first.background, color: first.text },
    heat2: { backgroundColor: second.background, color: second.text },
    heat3: { backgroundColor: third.background, color: third.text },
    heat4: { backgroundColor: fourth.background, color: fourth.text },
    heat5: { backgroundColor: fifth.background, color: fifth.text },
  };
});

const SECTORS: Readonly<Record<1 | 2 | 3 | 4, string>> = {
  1: '',
  2: 'M12 12V2a10 10 0 0 1 10 10z',
  3: 'M12 2a10 10 0 0 1 0 20z',
  4: 'M12 12V2a10 10 0 1 1-10 10z',
};

/** ○ ◔ ◑ ◕ ✓: the heat again, for those who don't see its colour. */
export function HeatMark(props: {
  readonly heat: Heat;
  readonly size?: number;
}) {
  const { heat, size = 12 } = props;
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="currentColor"
      style={{ flex: 'none' }}
    >
      {heat === 5 ? (
        <path d={iconPaths.check} />
      ) : (
        <>
          <circle
            cx="12"
            cy="12"
            r="10"
            fill="none"
            stroke="currentColor"
            strokeWidth="3"
          />
          <path d={SECTORS[heat]} />
        </>
      )}
    </svg>
  );
}

const useBadgeStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: 5,
    width: 62,
    height: 26,
    borderRadius: 3,
    fontWeight: 700,
    fontVariantNumeric: 'tabular-nums',
    flex: 'none',
  },
  small: { width: 54, height: 22, fontSize: 12 },
  empty: {
    fontWeight: 400,
    boxShadow: `inset 0 0 0 1px ${getReadinessPalette(theme).strongLine}`,
  },
}));

/** A score on the surface of its heat. */
export function HeatBadge(props: {
  readonly score: number | undefined;
  readonly isSmall?: boolean;
  readonly className?: string;
}) {
  const { score, isSmall, className } = props;
  const classes = useBadgeStyles();
  const heatClasses = useHeatStyles();
  if (score === undefined) {
    return (
      <span
        className={classNames(
          classes.root,
          classes.empty,
          isSmall && classes.small,
          className,
        )}
      >
        –
      </span>
    );
  }
  const heat = getHeat(score);
  return (
    <span
      className={classNames(
        classes.root,
        heatClasses[`heat${heat}`],
        isSmall && classes.small,
        className,
      )}
    >
      <HeatMark heat={heat} />
      {formatScore(score)}
    </span>
  );
}
