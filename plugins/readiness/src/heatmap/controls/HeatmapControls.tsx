import { useState } from 'react';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Switch from '@material-ui/core/Switch';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type {
  HeatmapFacets,
  HeatmapGrouping,
  ScorecardFilter,
} from 'backstage-plugin-readiness-common';
import { ActionButton } from '../../components/controls/ActionButton';
import { CopyButton } from '../../components/controls/CopyButton';
import { PickMenu } from '../../components/controls/PickMenu';
import {
  useTranslation,
  type Translate,
} from '../../translation/useTranslation';
import { countFilters, type HeatmapParameters } from '../build/parameters';
import { getCategoryTitle } from '../../components/categoryTitle';
import { FilterFields } from './FilterFields';

const GROUPINGS: readonly HeatmapGrouping[] = [
  'owner',
  'system',
  'domain',
  'type',
  'lifecycle',
  'entity',
];

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: 12, fontSize: 14 },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 10px',
  },
  space: {
    flex: 1,
    [theme.breakpoints.down('sm')]: { display: 'none' },
  },
  strict: { margin: '0 4px 0 0' },
  strictLabel: { fontSize: 14 },
}));

/** View and filters; on a phone the filters fold away. */
export function HeatmapControls(props: {
  readonly parameters: HeatmapParameters;
  readonly facets: HeatmapFacets;
  readonly onChange: (changed: Partial<HeatmapParameters>) => void;
  readonly onCsv: () => void;
}) {
  const { parameters, facets, onChange, onCsv } = props;
  const { groupBy, isStrict, filter } = parameters;
  const classes = useStyles();
  const t = useTranslation();
  const theme = useTheme();
  const isNarrow = useMediaQuery(theme.breakpoints.down('sm'));
  const [isOpen, setIsOpen] = useState(false);
  const filters = countFilters(filter);
  return (
    <section className={classes.root} aria-label={t('control.label')}>
      <div className={classes.bar}>
        <PickMenu
          label={t('control.rows')}
          picked={[groupBy]}
          options={GROUPINGS.map(value => ({
            value,
            label: getGroupingLabel(value, t),
          }))}
          onPick={([picked]) => {
            const grouping = GROUPINGS.find(each => each === picked);
            if (grouping) onChange({ groupBy: grouping });
          }}
        />
        <PickMenu
          label={t('control.sort')}
          picked={[formatSort(parameters)]}
          options={buildSortOptions(parameters, t)}
          onPick={([picked]) => {
            if (picked === 'name') {
              onChange({ sort: { by: 'name', direction: 'worst' } });
            } else if (picked === 'worst' || picked === 'best') {
              onChange({ sort: { by: 'score', direction: picked } });
            }
          }}
        />
        <FormControlLabel
          className={classes.strict}
          label={
            <span className={classes.strictLabel}>{t('control.strict')}</span>
          }
          control={
            <Switch
              size="small"
              color="primary"
              checked={isStrict}
              onChange={event => onChange({ isStrict: event.target.checked })}
            />
          }
        />
        <span className={classes.space} />
        <CopyButton
          icon="link"
          label={t('action.copyLink')}
          getText={() => window.location.href}
        />
        <ActionButton icon="download" onClick={onCsv}>
          {t('control.csv')}
        </ActionButton>
        {isNarrow && (
          <ActionButton onClick={() => setIsOpen(before => !before)}>
            {filters === 0
              ? t('control.filters')
              : t('control.filtersActive', { count: filters })}
          </ActionButton>
        )}
      </div>
      {(!isNarrow || isOpen) && (
        <div className={classes.bar}>
          <FilterFields
            filter={filter}
            facets={facets}
            onChange={(changed: ScorecardFilter) =>
              onChange({ filter: changed })
            }
          />
        </div>
      )}
    </section>
  );
}

function formatSort({ sort }: HeatmapParameters): string {
  return sort.by === 'score' ? sort.direction : sort.by;
}

function buildSortOptions({ sort }: HeatmapParameters, t: Translate) {
  const worst = t('control.sortWorst');
  const best = t('control.sortBest');
  const options = [
    { value: 'worst', label: worst },
    { value: 'best', label: best },
    { value: 'name', label: t('control.sortName') },
  ];
  if (sort.by === 'name' || sort.by === 'score') return options;
  const label = t('control.sortCategory', {
    category: getCategoryTitle(sort.by, t),
    direction: sort.direction === 'worst' ? worst : best,
  });
  return [...options, { value: sort.by, label }];
}

/** What rows are called. */
export function getGroupingLabel(
  grouping: HeatmapGrouping,
  t: Translate,
): string {
  switch (grouping) {
    case 'owner':
      return t('grouping.owner');
    case 'system':
      return t('grouping.system');
    case 'domain':
      return t('grouping.domain');
    case 'type':
      return t('grouping.type');
    case 'lifecycle':
      return t('grouping.lifecycle');
    case 'entity':
      return t('grouping.entity');
    default:
      return grouping satisfies never;
  }
}
