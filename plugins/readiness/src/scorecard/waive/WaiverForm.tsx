import { useId } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import TextField from '@material-ui/core/TextField';
import { addDays, formatDay } from '../../format/formatTime';
import {
  useTranslation,
  type Translate,
} from '../../translation/useTranslation';
import {
  needsEnd,
  satisfiesLevel,
  USUAL_MAXIMUM_DAYS,
  waiverKinds,
  type WaiverDraft,
  type WaiverHint,
} from '../build/buildWaiver';
import type { CheckView } from '../build/checkView';
import { getWaiverKindLabel } from '../waiverLabels';
import { useWaiveStyles } from './waiveStyles';

const SHOWN_SUBJECTS = 12;

/** Kind, end, reason, link, subjects. */
export function WaiverForm(props: {
  readonly check: CheckView;
  readonly draft: WaiverDraft;
  readonly onChange: (draft: WaiverDraft) => void;
}) {
  const { check, draft, onChange } = props;
  const classes = useWaiveStyles();
  const t = useTranslation();
  const isWaivable = check.description?.isWaivable ?? true;
  const today = Date.now();
  const label = { shrink: true };
  const id = useId();
  return (
    <>
      <p className={classes.secondary}>
        {satisfiesLevel(draft.kind)
          ? t('waive.effectLevel')
          : t('waive.effect', {
              kind: getWaiverKindLabel(draft.kind, t),
              level: check.result.level,
            })}
      </p>
      <div className={classes.form}>
        <TextField
          select
          id={`${id}-kind`}
          label={t('waive.kind')}
          variant="outlined"
          size="small"
          value={draft.kind}
          SelectProps={{ native: true }}
          InputLabelProps={label}
          onChange={event => {
            const kind = waiverKinds.find(each => each === event.target.value);
            if (kind) onChange({ ...draft, kind });
          }}
        >
          {waiverKinds
            .filter(kind => isWaivable || kind === 'not-detected')
            .map(kind => (
              <option key={kind} value={kind}>
                {getWaiverKindLabel(kind, t)}
              </option>
            ))}
        </TextField>
        <TextField
          type="date"
          id={`${id}-until`}
          label={
            needsEnd(draft.kind)
              ? t('waive.untilAtMost', {
                  day: formatDay(
                    addDays(today, USUAL_MAXIMUM_DAYS),
                    t,
                    'short',
                  ),
                })
              : t('waive.untilOptional')
          }
          variant="outlined"
          size="small"
          value={draft.until}
          InputLabelProps={label}
          inputProps={{ min: addDays(today, 0) }}
          onChange={event => onChange({ ...draft, until: event.target.value })}
        />
        <TextField
          className={classes.wide}
          // A dialog's focus begins in its most important field.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          multiline
          id={`${id}-reason`}
          label={t('waive.reason')}
          variant="outlined"
          size="small"
          value={draft.reason}
          InputLabelProps={label}
          onChange={event => onChange({ ...draft, reason: event.target.value })}
        />
        <TextField
          className={classes.wide}
          type="url"
          id={`${id}-link`}
          label={t('waive.link')}
          placeholder="https://"
          helperText={
            draft.kind === 'met-elsewhere' ? t('waive.linkNeeded') : undefined
          }
          variant="outlined"
          size="small"
          value={draft.link}
          InputLabelProps={label}
          onChange={event => onChange({ ...draft, link: event.target.value })}
        />
        <Subjects check={check} draft={draft} onChange={onChange} />
      </div>
    </>
  );
}

function Subjects(props: {
  readonly check: CheckView;
  readonly draft: WaiverDraft;
  readonly onChange: (draft: WaiverDraft) => void;
}) {
  const { check, draft, onChange } = props;
  const classes = useWaiveStyles();
  const t = useTranslation();
  const open = check.result.findings.filter(
    finding => finding.outcome !== 'pass' && finding.evidence.length > 0,
  );
  const subjects = [...new Set(open.map(finding => finding.subject))];
  const isWaivable = check.description?.isWaivable ?? true;
  if (subjects.length < 2 && isWaivable) return null;
  return (
    <fieldset className={classes.wide}>
      <legend className={classes.legend}>
        {isWaivable ? t('waive.subjects') : t('waive.subjectsNeeded')}
      </legend>
      {subjects.slice(0, SHOWN_SUBJECTS).map(subject => (
        <FormControlLabel
          key={subject}
          label={<span className={classes.subject}>{subject}</span>}
          control={
            <Checkbox
              size="small"
              color="primary"
              checked={draft.subjects.includes(subject)}
              onChange={event =>
                onChange({
                  ...draft,
                  subjects: event.target.checked
                    ? [...draft.subjects, subject]
                    : draft.subjects.filter(each => each !== subject),
                })
              }
            />
          }
        />
      ))}
    </fieldset>
  );
}

/** The sentence of a hint. */
export function getHintText(hint: WaiverHint, t: Translate): string {
  switch (hint) {
    case 'reason-too-short':
      return t('waiveHint.reasonTooShort');
    case 'reason-placeholder':
      return t('waiveHint.reasonPlaceholder');
    case 'until-required':
      return t('waiveHint.untilRequired');
    case 'until-past':
      return t('waiveHint.untilPast');
    case 'until-too-far':
      return t('waiveHint.untilTooFar', { days: USUAL_MAXIMUM_DAYS });
    case 'link-required':
      return t('waiveHint.linkRequired');
    case 'link-not-https':
      return t('waiveHint.linkNotHttps');
    case 'subjects-required':
      return t('waiveHint.subjectsRequired');
    case 'only-not-detected':
      return t('waiveHint.onlyNotDetected');
    default:
      return hint satisfies never;
  }
}
