import {
  useTranslationRef,
  type TranslationFunction,
} from '@backstage/core-plugin-api/alpha';
import { readinessTranslationRef } from './translation';

/** Turns a message key into words of the app's language. */
export type Translate = TranslationFunction<
  (typeof readinessTranslationRef)['T']
>;

/** The {@link Translate} of the current language. */
export function useTranslation(): Translate {
  return useTranslationRef(readinessTranslationRef).t;
}
