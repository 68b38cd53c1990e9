import { memo } from 'react';
import classNames from 'classnames';
import type { HeatmapCell } from 'backstage-plugin-readiness-common';
import { getHeat } from '../../components/heat/heat';
import { HeatMark, useHeatStyles } from '../../components/heat/HeatMark';
import { formatPercent, formatScore } from '../../format/formatScore';
import type { Translate } from '../../translation/useTranslation';
import { getCellState, getStripWidth } from '../build/cellState';
import { useGridStyles } from './gridStyles';

/** A score with its mark on the colour of its heat, or why there is none. */
export const GridCell = memo(function Cell(props: {
  readonly cell: HeatmapCell | undefined;
  readonly isStrict: boolean;
  readonly column: number;
  readonly isFocusable: boolean;
  readonly isSelected: boolean;
  readonly t: Translate;
}) {
  const { cell, isStrict, column, isFocusable, isSelected, t } = props;
  const classes = useGridStyles();
  const heatClasses = useHeatStyles();
  const state = getCellState(cell, isStrict);
  const common = {
    role: 'gridcell',
    tabIndex: isFocusable ? 0 : -1,
    'data-column': column,
    'aria-colindex': column + 1,
    'aria-selected': isSelected,
  } as const;
  const selected = isSelected && classes.selected;
  switch (state.kind) {
    case 'empty':
      return (
        <div
          {...common}
          className={classNames(classes.cell, classes.empty, selected)}
        >
          <span aria-hidden="true">–</span>
          <span className={classes.hidden}>{t('cell.empty')}</span>
        </div>
      );
    case 'undecided':
      return (
        <div
          {...common}
          className={classNames(classes.cell, classes.undecided, selected)}
        >
          <span aria-hidden="true">?</span>
          <span className={classes.hidden}>{t('cell.unknown')}</span>
        </div>
      );
    default: {
      const heat = getHeat(state.score);
      return (
        <div
          {...common}
          className={classNames(
            classes.cell,
            heatClasses[`heat${heat}`],
            selected,
          )}
        >
          <HeatMark heat={heat} size={9} />
          <span>{formatScore(state.score)}</span>
          {state.waivedShare > 0 && (
            <>
              <span className={classes.hidden}>
                ,{' '}
                {t('cell.waivedShare', {
                  share: formatPercent(state.waivedShare),
                })}
              </span>
              <span
                className={classes.strip}
                style={{ width: `${getStripWidth(state.waivedShare)}%` }}
              />
            </>
          )}
        </div>
      );
    }
  }
});
