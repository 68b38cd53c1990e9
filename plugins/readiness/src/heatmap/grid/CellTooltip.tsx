import { useEffect, useState, type RefObject } from 'react';
import Popper from '@material-ui/core/Popper';
import { makeStyles } from '@material-ui/core/styles';
import type { CategoryId } from 'backstage-plugin-readiness-common';
import { getCategoryTitle } from '../../components/categoryTitle';
import { formatPercent, formatScore } from '../../format/formatScore';
import { getReadinessPalette } from '../../theme/readinessPalette';
import { useTranslation } from '../../translation/useTranslation';
import { getWaivedShare } from '../build/cellState';
import type { DataRow } from '../build/gridRow';

/** The cell that a tooltip tells about. */
export interface TooltipTarget {
  readonly anchor: HTMLElement;
  readonly row: DataRow;
  readonly index: number;
}

const useStyles = makeStyles(theme => {
  const palette = getReadinessPalette(theme);
  return {
    popper: { zIndex: theme.zIndex.tooltip, pointerEvents: 'none' },
    tip: {
      width: 268,
      margin: 8,
      padding: '10px 12px',
      borderRadius: 4,
      fontFamily: theme.typography.fontFamily,
      fontSize: 12,
      lineHeight: '18px',
      fontVariantNumeric: 'tabular-nums',
      backgroundColor: palette.tooltip.background,
      color: palette.tooltip.text,
      boxShadow: theme.shadows[8],
      '& p': { margin: 0 },
      '& hr': { border: 0, borderTop: '1px solid #777', margin: '6px 0' },
    },
    secondary: { color: palette.tooltipSecondary },
  };
});

/** The id of the grid's one tooltip. */
export const TOOLTIP_ID = 'readiness-cell-tooltip';

/** The counts behind a cell, on hover and focus; one for the whole grid. */
export function CellTooltip(props: {
  readonly target: TooltipTarget | undefined;
  readonly columns: readonly CategoryId[];
}) {
  const { target, columns } = props;
  const classes = useStyles();
  const t = useTranslation();
  const category = target && columns[target.index];
  const cell = target?.row.numbers.cells[target.index];
  if (!target || !category || !cell) return null;
  const { outcomes } = cell;
  const { entities } = target.row.numbers;
  const waived = getWaivedShare(cell);
  return (
    <Popper
      open
      id={TOOLTIP_ID}
      role="tooltip"
      anchorEl={target.anchor}
      placement="bottom"
      className={classes.popper}
      modifiers={{ preventOverflow: { boundariesElement: 'window' } }}
    >
      <div className={classes.tip}>
        <b>
          {t('cell.title', {
            row: target.row.title,
            category: getCategoryTitle(category, t),
            score: formatScore(cell.score),
          })}
        </b>
        <p>
          {t('cell.strict', { score: formatScore(cell.strictScore) })}
          {waived > 0 &&
            ` · ${t('cell.waivedShare', { share: formatPercent(waived) })}`}
        </p>
        <hr />
        <p>
          {t('cell.checks', {
            pass: outcomes.pass,
            fail: outcomes.fail,
            waived: outcomes.waived,
            unknown: outcomes.unknown,
          })}
        </p>
        <p>{t('cell.notApplicable', { count: outcomes.notApplicable })}</p>
        {entities > 1 && cell.notApplicable > 0 && (
          <p>
            {t('cell.nothingApplies', { count: cell.notApplicable, entities })}
          </p>
        )}
        {entities > 1 && cell.undecided > 0 && (
          <p>{t('cell.undecided', { count: cell.undecided, entities })}</p>
        )}
        <hr />
        <p className={classes.secondary}>{t('cell.enter')}</p>
      </div>
    </Popper>
  );
}

const HOVER_DELAY = 250;

/**
 * Follows pointer and focus over the grid's cells. Escape closes it; it opens
 * again over the next cell.
 */
export function useCellTooltip(
  grid: RefObject<HTMLElement>,
  findTarget: (cell: HTMLElement) => TooltipTarget | undefined,
): {
  readonly target: TooltipTarget | undefined;
  readonly close: () => void;
} {
  const [target, setTarget] = useState<TooltipTarget>();
  useEffect(() => {
    const element = grid.current;
    if (!element) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (event: Event, delay: number) => {
      clearTimeout(timer);
      const cell =
        event.target instanceof HTMLElement
          ? event.target.closest<HTMLElement>('[data-column]')
          : null;
      const found = cell ? findTarget(cell) : undefined;
      timer = setTimeout(() => setTarget(found), found ? delay : 0);
    };
    const onOver = (event: Event) => show(event, HOVER_DELAY);
    const onFocus = (event: Event) => show(event, HOVER_DELAY);
    const onLeave = () => {
      clearTimeout(timer);
      setTarget(undefined);
    };
    element.addEventListener('pointerover', onOver);
    element.addEventListener('focusin', onFocus);
    element.addEventListener('pointerleave', onLeave);
    element.addEventListener('focusout', onLeave);
    element.addEventListener('scroll', onLeave);
    return () => {
      clearTimeout(timer);
      element.removeEventListener('pointerover', onOver);
      element.removeEventListener('focusin', onFocus);
      element.removeEventListener('pointerleave', onLeave);
      element.removeEventListener('focusout', onLeave);
      element.removeEventListener('scroll', onLeave);
    };
  }, [grid, findTarget]);
  return { target, close: () => setTarget(undefined) };
}
