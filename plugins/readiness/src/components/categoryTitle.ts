import type { Category, CategoryId } from 'backstage-plugin-readiness-common';
import type { Translate } from '../translation/useTranslation';

/** A category's title in the app's language. */
export function getCategoryTitle(
  category: Pick<Category, 'id'> | CategoryId,
  t: Translate,
): string {
  const id = typeof category === 'string' ? category : category.id;
  switch (id) {
    case 'install':
      return t('category.install');
    case 'configure':
      return t('category.configure');
    case 'provision':
      return t('category.provision');
    case 'deploy':
      return t('category.deploy');
    case 'high-availability':
      return t('category.highAvailability');
    case 'scalability':
      return t('category.scalability');
    case 'performance':
      return t('category.performance');
    case 'networking':
      return t('category.networking');
    case 'security':
      return t('category.security');
    case 'metrics':
      return t('category.metrics');
    case 'logs':
      return t('category.logs');
    case 'backup-restore':
      return t('category.backupRestore');
    case 'cost-optimization':
      return t('category.costOptimization');
    case 'documentation':
      return t('category.documentation');
    case 'tests':
      return t('category.tests');
    default:
      return id satisfies never;
  }
}
