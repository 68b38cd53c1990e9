import classNames from 'classnames';
import type { CategoryId } from 'backstage-plugin-readiness-common';
import { getCategoryTitle } from '../../components/categoryTitle';
import { Icon } from '../../components/Icon';
import { useTranslation } from '../../translation/useTranslation';
import { LEADING_COLUMNS } from '../build/moveFocus';
import type { HeatmapSort } from '../build/parameters';
import { useGridStyles } from './gridStyles';

/** Column heads; each sorts, worst first, then best first. */
export function GridHead(props: {
  readonly columns: readonly CategoryId[];
  readonly rowsTitle: string;
  readonly sort: HeatmapSort;
  readonly isStrict: boolean;
  readonly focusedColumn: number | undefined;
  readonly onSort: (by: HeatmapSort['by']) => void;
}) {
  const { columns, rowsTitle, sort, isStrict, focusedColumn, onSort } = props;
  const classes = useGridStyles();
  const t = useTranslation();
  return (
    <div
      role="row"
      className={classNames(classes.row, classes.head)}
      data-line={-1}
      aria-rowindex={1}
    >
      <span className={classes.caption} aria-hidden="true">
        {isStrict ? t('heatmap.captionStrict') : t('heatmap.caption')}
      </span>
      <div
        role="columnheader"
        aria-colindex={1}
        aria-sort={getAriaSort(sort, 'name')}
        className={classNames(classes.leadHead, classes.titleHead)}
      >
        <SortButton
          by="name"
          column={0}
          sort={sort}
          isFocusable={focusedColumn === 0}
          title={rowsTitle}
          onSort={onSort}
        />
      </div>
      <div
        role="columnheader"
        aria-colindex={2}
        className={classes.leadHead}
        tabIndex={focusedColumn === 1 ? 0 : -1}
        data-column={1}
      >
        {t('heatmap.meetsBar')}
      </div>
      <div
        role="columnheader"
        aria-colindex={3}
        aria-sort={getAriaSort(sort, 'score')}
        className={classes.leadHead}
      >
        <SortButton
          by="score"
          column={2}
          sort={sort}
          isFocusable={focusedColumn === 2}
          title={isStrict ? t('score.strictTitle') : t('heatmap.score')}
          onSort={onSort}
        />
      </div>
      {columns.map((category, index) => {
        const column = index + LEADING_COLUMNS;
        return (
          <div
            key={category}
            role="columnheader"
            aria-colindex={column + 1}
            aria-sort={getAriaSort(sort, category)}
            className={classes.columnHead}
          >
            <SortButton
              isSlanted
              by={category}
              column={column}
              sort={sort}
              isFocusable={focusedColumn === column}
              title={getCategoryTitle(category, t)}
              onSort={onSort}
            />
          </div>
        );
      })}
    </div>
  );
}

function SortButton(props: {
  readonly by: HeatmapSort['by'];
  readonly column: number;
  readonly sort: HeatmapSort;
  readonly title: string;
  readonly isSlanted?: boolean;
  readonly isFocusable: boolean;
  readonly onSort: (by: HeatmapSort['by']) => void;
}) {
  const { by, column, sort, title, isSlanted, isFocusable, onSort } = props;
  const classes = useGridStyles();
  const isSorted = sort.by === by;
  return (
    <button
      type="button"
      className={classNames(
        classes.sortButton,
        isSlanted && classes.slanted,
        isSorted && classes.sorted,
      )}
      tabIndex={isFocusable ? 0 : -1}
      data-column={column}
      onClick={() => onSort(by)}
    >
      {title}
      {isSorted && by !== 'name' && (
        <Icon
          name={sort.direction === 'worst' ? 'ascending' : 'descending'}
          size={12}
          className={classes.arrow}
        />
      )}
    </button>
  );
}

function getAriaSort(
  sort: HeatmapSort,
  by: HeatmapSort['by'],
): 'ascending' | 'descending' | 'none' {
  if (sort.by !== by) return 'none';
  return sort.direction === 'worst' ? 'ascending' : 'descending';
}
