import type {
  HeatmapFacets,
  ReachedLevel,
  ScorecardFilter,
} from 'backstage-plugin-readiness-common';
import { ActionButton } from '../../components/controls/ActionButton';
import { PickMenu } from '../../components/controls/PickMenu';
import { SearchField } from '../../components/controls/SearchField';
import {
  useTranslation,
  type Translate,
} from '../../translation/useTranslation';
import {
  countFilters,
  listFilters,
  type ListFilter,
} from '../build/parameters';

const LEVELS: readonly ReachedLevel[] = [0, 1, 2, 3];

/** The filters that have anything to choose from. */
export function FilterFields(props: {
  readonly filter: ScorecardFilter;
  readonly facets: HeatmapFacets;
  readonly onChange: (filter: ScorecardFilter) => void;
}) {
  const { filter, facets, onChange } = props;
  const t = useTranslation();
  const count = countFilters(filter);
  return (
    <>
      {listFilters.map(name => {
        const picked = filter[name] ?? [];
        const values = [...new Set([...getFacet(name, facets), ...picked])];
        if (values.length === 0) return null;
        return (
          <PickMenu
            key={name}
            isMultiple
            label={getFilterLabel(name, t)}
            picked={picked}
            options={values.map(value => ({
              value,
              label: formatValue(value),
            }))}
            onPick={chosen => onChange({ ...filter, [name]: chosen })}
          />
        );
      })}
      <PickMenu
        isMultiple
        label={t('control.level')}
        picked={(filter.level ?? []).map(String)}
        options={LEVELS.map(level => ({
          value: String(level),
          label: t('level.short', { level }),
        }))}
        onPick={chosen =>
          onChange({
            ...filter,
            level: LEVELS.filter(level => chosen.includes(String(level))),
          })
        }
      />
      <SearchField
        label={t('control.find')}
        value={filter.text ?? ''}
        onChange={text => onChange({ ...filter, text })}
      />
      {count > 0 && (
        <ActionButton variant="text" onClick={() => onChange({})}>
          {t('control.clear', { count })}
        </ActionButton>
      )}
    </>
  );
}

/** `checkout` of `group:default/checkout`. */
export function formatValue(value: string): string {
  return value.replace(/^[^:/]+:(default\/)?/, '');
}

/** The word for a filter. */
export function getFilterLabel(name: ListFilter, t: Translate): string {
  switch (name) {
    case 'kind':
      return t('control.kind');
    case 'type':
      return t('control.type');
    case 'owner':
      return t('control.owner');
    case 'lifecycle':
      return t('control.lifecycle');
    case 'system':
      return t('control.system');
    case 'domain':
      return t('control.domain');
    case 'tag':
      return t('control.tag');
    default:
      return name satisfies never;
  }
}

function getFacet(name: ListFilter, facets: HeatmapFacets): readonly string[] {
  switch (name) {
    case 'kind':
      return facets.kinds;
    case 'type':
      return facets.types;
    case 'owner':
      return facets.owners;
    case 'lifecycle':
      return facets.lifecycles;
    case 'system':
      return facets.systems;
    case 'domain':
      return facets.domains;
    case 'tag':
      return facets.tags;
    default:
      return name satisfies never;
  }
}
