import { memo, type CSSProperties } from 'react';
import { Link } from '@backstage/core-components';
import classNames from 'classnames';
import { Icon } from '../../components/Icon';
import { Outcome, OutcomeIcon } from '../../components/outcome/Outcome';
import { formatScore } from '../../format/formatScore';
import type { Translate } from '../../translation/useTranslation';
import type { DataRow } from '../build/gridRow';
import { LEADING_COLUMNS } from '../build/moveFocus';
import { GridCell } from './GridCell';
import { useGridStyles } from './gridStyles';

/** A line of the grid: title, meets the bar, score, 15 cells. */
export const GridLine = memo(function Line(props: {
  readonly row: DataRow;
  readonly line: number;
  readonly isStrict: boolean;
  readonly style?: CSSProperties;
  /** Column of the one focusable cell, when it is in this line. */
  readonly focusedColumn: number | undefined;
  readonly selectedColumn: number | undefined;
  readonly entityUrl: string | undefined;
  readonly t: Translate;
}) {
  const { row, line, isStrict, style, focusedColumn, selectedColumn, t } =
    props;
  const classes = useGridStyles();
  const { numbers } = row;
  return (
    <div
      role="row"
      className={classNames(
        classes.row,
        style && classes.placed,
        row.kind === 'summary' && classes.summary,
      )}
      style={style}
      data-line={line}
      aria-rowindex={line + 2}
      aria-level={row.depth + 1}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={row.isExpandable ? row.isOpen : undefined}
    >
      <LineTitle
        row={row}
        isFocusable={focusedColumn === 0}
        entityUrl={props.entityUrl}
      />
      <div
        role="gridcell"
        className={classNames(classes.lead, classes.bar)}
        tabIndex={focusedColumn === 1 ? 0 : -1}
        data-column={1}
        aria-colindex={2}
      >
        <BarCell row={row} t={t} />
      </div>
      <div
        role="gridcell"
        className={classNames(classes.lead, classes.score)}
        tabIndex={focusedColumn === 2 ? 0 : -1}
        data-column={2}
        aria-colindex={3}
      >
        {formatScore(isStrict ? numbers.strictScore : numbers.score)}
      </div>
      {numbers.cells.map((cell, index) => {
        const column = index + LEADING_COLUMNS;
        return (
          <GridCell
            key={column}
            cell={cell}
            isStrict={isStrict}
            column={column}
            isFocusable={focusedColumn === column}
            isSelected={selectedColumn === column}
            t={t}
          />
        );
      })}
    </div>
  );
});

function LineTitle(props: {
  readonly row: DataRow;
  readonly isFocusable: boolean;
  readonly entityUrl: string | undefined;
}) {
  const { row, isFocusable, entityUrl } = props;
  const classes = useGridStyles();
  const tabIndex = isFocusable ? 0 : -1;
  const isLink = entityUrl !== undefined;
  const own = isLink ? {} : { tabIndex, 'data-column': 0 };
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      className={classNames(
        classes.title,
        row.isExpandable && classes.expandable,
      )}
      style={{ paddingLeft: row.depth * 16 }}
      {...own}
    >
      <span className={classes.toggle} data-toggle={row.isExpandable}>
        {row.isExpandable && <Icon name={row.isOpen ? 'down' : 'right'} />}
      </span>
      <span
        className={classNames(
          classes.name,
          row.depth === 0 && row.kind !== 'entity' && classes.strong,
        )}
        title={row.title}
      >
        {isLink ? (
          <Link to={entityUrl} tabIndex={tabIndex} data-column={0}>
            {row.title}
          </Link>
        ) : (
          row.title
        )}
      </span>
      {row.kind !== 'entity' && (
        <span className={classes.count}>{row.numbers.entities}</span>
      )}
    </div>
  );
}

function BarCell(props: { readonly row: DataRow; readonly t: Translate }) {
  const { row, t } = props;
  const classes = useGridStyles();
  const { numbers } = row;
  if (row.kind === 'entity' && numbers.level !== undefined) {
    const level = t('level.tag', { level: numbers.level });
    if (numbers.withBar === 0) return <>{level}</>;
    const mark = numbers.meetsBar > 0 ? 'pass' : 'fail';
    return (
      <>
        <Outcome mark={mark} size={12}>
          <span className={classes.hidden}>
            {mark === 'pass' ? t('verdict.meetsBar') : t('verdict.belowBar')}
          </span>
        </Outcome>{' '}
        {level}
      </>
    );
  }
  if (numbers.withBar === 0)
    return <span className={classes.secondary}>–</span>;
  return (
    <>
      {numbers.meetsBar}{' '}
      <span className={classes.secondary}>/ {numbers.withBar}</span>
    </>
  );
}

/** A line of words: entities are loading, could not be loaded, or are too many. */
export function NoteLine(props: {
  readonly text: string;
  readonly depth: number;
  readonly isError: boolean;
  readonly line: number;
  readonly style: CSSProperties;
  readonly isFocusable: boolean;
}) {
  const { text, depth, isError, line, style, isFocusable } = props;
  const classes = useGridStyles();
  return (
    <div
      role="row"
      className={classNames(classes.row, classes.placed)}
      style={style}
      data-line={line}
      aria-rowindex={line + 2}
      aria-level={depth + 1}
    >
      <div
        role="gridcell"
        className={classes.note}
        style={{ paddingLeft: depth * 16 + 20 }}
        tabIndex={isFocusable ? 0 : -1}
        data-column={0}
        aria-colindex={1}
        aria-colspan={18}
      >
        {isError && <OutcomeIcon mark="error" size={12} />} {text}
      </div>
    </div>
  );
}
