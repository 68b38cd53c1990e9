import { useEffect, useState } from 'react';
import type { Checklist } from 'backstage-plugin-readiness-common';
import { Card } from '../../components/Card';
import { ActionButton } from '../../components/controls/ActionButton';
import { countMarks } from '../../components/outcome/outcomeMark';
import { visuallyHidden } from '../../theme/mixins';
import { useTranslation } from '../../translation/useTranslation';
import { buildCategories } from '../build/buildCategories';
import { hasFilters, type ScorecardFilters } from '../build/filters';
import { useScorecardSubject } from '../ScorecardContext';
import { CategorySection } from './CategorySection';
import { useCategoryStyles } from './categoryStyles';
import { FilterBar } from './FilterBar';
import { toggleIn, useOpened } from './useOpened';

/** The 15 categories and what the filters let through of them. */
export function CategoriesCard(props: {
  readonly checklist: Checklist;
  readonly filters: ScorecardFilters;
  readonly onFilter: (changed: Partial<ScorecardFilters>) => void;
  readonly checkId: string | undefined;
}) {
  const { checklist, filters, onFilter, checkId } = props;
  const classes = useCategoryStyles();
  const t = useTranslation();
  const { scorecard, checks } = useScorecardSubject();
  const categories = buildCategories(scorecard, checklist, checks, filters);
  const counts = countMarks(checks.map(check => check.result));
  const opened = useOpened(checks, checkId);
  const isFiltered = hasFilters(filters);
  const [closedWhileFiltered, setClosed] = useState<ReadonlySet<string>>(
    new Set(),
  );
  useEffect(() => setClosed(new Set()), [filters]);

  const isOpen = (id: string) =>
    isFiltered ? !closedWhileFiltered.has(id) : opened.categories.has(id);
  const isAllOpen = categories.every(category => isOpen(category.id));
  let shown = 0;
  for (const category of categories) shown += category.checks.length;

  function toggle(id: string) {
    if (isFiltered) setClosed(before => toggleIn(before, id));
    else opened.toggleCategory(id);
  }

  return (
    <Card
      title={t('categories.title', { count: checklist.categories.length })}
      lead={t('categories.lead', { count: checks.length })}
      actions={
        !isFiltered && (
          <ActionButton
            variant="text"
            onClick={() =>
              opened.setCategories(
                isAllOpen ? [] : categories.map(category => category.id),
              )
            }
          >
            {isAllOpen ? t('action.closeAll') : t('action.openAll')}
          </ActionButton>
        )
      }
    >
      <FilterBar
        counts={counts}
        total={checks.length}
        categories={checklist.categories.map(category => category.id)}
        filters={filters}
        onChange={onFilter}
      />
      <p role="status" style={visuallyHidden}>
        {isFiltered ? t('filter.found', { count: shown }) : ''}
      </p>
      <div className={classes.head} aria-hidden="true">
        <span />
        <span />
        <span className={classes.left}>{t('categories.category')}</span>
        <span>{t('score.title')}</span>
        <span>{t('score.strictTitle')}</span>
        <span>{t('categories.pass')}</span>
        <span>{t('categories.fail')}</span>
        <span>{t('categories.waived')}</span>
        <span>{t('categories.unknown')}</span>
        <span>{t('categories.notApplicable')}</span>
        <span className={classes.toGoHead}>{t('categories.toGo')}</span>
      </div>
      {categories.map(category => (
        <CategorySection
          key={category.id}
          category={category}
          isOpen={isOpen(category.id)}
          openChecks={opened.checks}
          onToggle={() => toggle(category.id)}
          onToggleCheck={opened.toggleCheck}
        />
      ))}
      {categories.length === 0 && (
        <p className={classes.nothing}>{t('filter.noChecks')}</p>
      )}
    </Card>
  );
}
