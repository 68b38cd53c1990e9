import { useEffect, useId, useState } from 'react';
import IconButton from '@material-ui/core/IconButton';
import { useApi } from '@backstage/core-plugin-api';
import type {
  CheckDescription,
  HeatmapResponse,
  ScorecardFilter,
  ScorecardsResponse,
} from 'backstage-plugin-readiness-common';
import { readinessApiRef } from '../../api';
import { getCategoryTitle } from '../../components/categoryTitle';
import { ActionButton } from '../../components/controls/ActionButton';
import { HeatBadge } from '../../components/heat/HeatMark';
import { Icon } from '../../components/Icon';
import { Bone } from '../../components/states/Bone';
import { LoadError } from '../../components/states/LoadError';
import { LoadingRegion } from '../../components/states/LoadingRegion';
import { formatPercent, formatScore } from '../../format/formatScore';
import { getChecklist } from '../../hooks/getChecklist';
import { useTranslation } from '../../translation/useTranslation';
import { downloadCsv } from '../build/buildCsv';
import { buildPanelCsv } from '../build/buildPanelCsv';
import { getWaivedShare } from '../build/cellState';
import type { DataRow } from '../build/gridRow';
import type { CellAddress } from '../build/parameters';
import { PanelEntity } from './PanelEntity';
import { usePanelStyles } from './panelStyles';
import { usePanelEntities } from './usePanelEntities';

const PAGE = 25;

/** The entities behind a cell, worst first, with their failing checks. */
export function CellPanel(props: {
  readonly cell: CellAddress;
  readonly row: DataRow | undefined;
  readonly heatmap: HeatmapResponse;
  readonly filter: ScorecardFilter;
  readonly isStrict: boolean;
  readonly getEntityUrl: (entityRef: string) => string;
  readonly onClose: () => void;
}) {
  const { cell, row, heatmap, filter, onClose } = props;
  const classes = usePanelStyles();
  const t = useTranslation();
  const titleId = useId();
  const [limit, setLimit] = useState(PAGE);
  useEffect(() => setLimit(PAGE), [cell.row, cell.category]);
  const state = usePanelEntities(cell, heatmap, filter, limit);
  const title = getCategoryTitle(cell.category, t);
  return (
    <aside className={classes.root} aria-labelledby={titleId}>
      <header className={classes.header}>
        <div className={classes.titles}>
          <p className={classes.context}>
            {row &&
              t('panel.context', {
                row: row.title,
                count: row.numbers.entities,
              })}
          </p>
          <h2 id={titleId} className={classes.title}>
            {title}
          </h2>
        </div>
        <IconButton
          className={classes.close}
          size="small"
          aria-label={t('panel.close')}
          onClick={onClose}
        >
          <Icon name="close" />
        </IconButton>
      </header>
      <PanelNumbers {...props} />
      {state.kind === 'loading' && <PanelLoading />}
      {state.kind === 'error' && (
        <LoadError
          title={t('panel.error')}
          error={state.error}
          onRetry={state.retry}
        />
      )}
      {state.kind === 'loaded' && (
        <PanelList
          {...props}
          response={state.response}
          onMore={() => setLimit(count => Math.min(500, count + 2 * PAGE))}
        />
      )}
    </aside>
  );
}

function PanelNumbers(props: {
  readonly cell: CellAddress;
  readonly row: DataRow | undefined;
  readonly heatmap: HeatmapResponse;
  readonly isStrict: boolean;
}) {
  const { cell, row, heatmap, isStrict } = props;
  const classes = usePanelStyles();
  const t = useTranslation();
  const numbers = row?.numbers.cells[heatmap.columns.indexOf(cell.category)];
  if (!numbers) return null;
  const waived = getWaivedShare(numbers);
  return (
    <>
      <div className={classes.numbers}>
        <HeatBadge score={isStrict ? numbers.strictScore : numbers.score} />
        <span>
          {t('cell.strict', { score: formatScore(numbers.strictScore) })}
          {waived > 0 &&
            ` · ${t('cell.waivedShare', { share: formatPercent(waived) })}`}
        </span>
      </div>
      <p className={classes.caption}>
        {t('panel.mean', { count: numbers.scored })}{' '}
        {numbers.notApplicable > 0 &&
          t('panel.nothingApplies', { count: numbers.notApplicable })}
      </p>
    </>
  );
}

function PanelList(props: {
  readonly cell: CellAddress;
  readonly row: DataRow | undefined;
  readonly isStrict: boolean;
  readonly response: ScorecardsResponse;
  readonly getEntityUrl: (entityRef: string) => string;
  readonly onMore: () => void;
}) {
  const { cell, row, isStrict, response, getEntityUrl, onMore } = props;
  const classes = usePanelStyles();
  const t = useTranslation();
  const descriptions = useDescriptions();
  const { items, totalItems } = response;
  return (
    <>
      <ol className={classes.list}>
        {items.map(entity => (
          <PanelEntity
            key={entity.entityRef}
            entity={entity}
            category={cell.category}
            isStrict={isStrict}
            url={getEntityUrl(entity.entityRef)}
            descriptions={descriptions}
          />
        ))}
      </ol>
      <div className={classes.foot}>
        <span>
          {t('panel.shown', { shown: items.length, count: totalItems })}
        </span>
        {items.length < totalItems && items.length < 500 && (
          <ActionButton variant="text" onClick={onMore}>
            {t('panel.showMore')}
          </ActionButton>
        )}
        <ActionButton
          variant="text"
          icon="download"
          onClick={() =>
            downloadCsv(
              `readiness-${row?.title ?? cell.row}-${cell.category}.csv`,
              buildPanelCsv(items, cell.category),
            )
          }
        >
          {t('panel.csv')}
        </ActionButton>
      </div>
    </>
  );
}

function PanelLoading() {
  const classes = usePanelStyles();
  return (
    <LoadingRegion>
      <div className={classes.bones}>
        <Bone width="40%" />
        <Bone width="90%" />
        <Bone width="70%" />
        <Bone width="45%" />
        <Bone width="85%" />
      </div>
    </LoadingRegion>
  );
}

const NO_DESCRIPTIONS: ReadonlyMap<string, CheckDescription> = new Map();

/** Titles of checks; their ids do until they are there. */
function useDescriptions(): ReadonlyMap<string, CheckDescription> {
  const api = useApi(readinessApiRef);
  const [descriptions, setDescriptions] = useState(NO_DESCRIPTIONS);
  useEffect(() => {
    let isCurrent = true;
    getChecklist(api).then(
      ({ checks }) => {
        if (isCurrent) {
          setDescriptions(new Map(checks.map(check => [check.id, check])));
        }
      },
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [api]);
  return descriptions;
}
