import { koHeatmap } from './koHeatmap';
import { koScorecard } from './koScorecard';
import { koShared } from './koShared';

/** The Korean translation: a flat object, as the translation API wants it. */
export default { ...koShared, ...koScorecard, ...koHeatmap };
