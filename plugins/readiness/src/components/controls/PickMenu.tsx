import { useMemo, useRef, useState } from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import Checkbox from '@material-ui/core/Checkbox';
import InputBase from '@material-ui/core/InputBase';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { useTranslation } from '../../translation/useTranslation';
import { Icon } from '../Icon';
import { usePickMenuStyles } from './pickMenuStyles';

/** A value to pick and how it is called. */
export interface PickOption {
  readonly value: string;
  readonly label: string;
}

/** More are found by typing. */
const SHOWN_OPTIONS = 60;
const SEARCHABLE_FROM = 12;

/**
 * A button that names what is picked and opens a menu. With `isMultiple` each
 * item is a checkbox and none checked means any.
 */
export function PickMenu(props: {
  readonly label: string;
  readonly options: readonly PickOption[];
  readonly picked: readonly string[];
  readonly isMultiple?: boolean;
  readonly onPick: (picked: readonly string[]) => void;
}) {
  const { label, options, picked, isMultiple = false, onPick } = props;
  const classes = usePickMenuStyles();
  const t = useTranslation();
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const found = useMemo(() => findOptions(options, text), [options, text]);

  function toggle(value: string) {
    if (!isMultiple) {
      setIsOpen(false);
      onPick([value]);
      return;
    }
    onPick(
      picked.includes(value)
        ? picked.filter(each => each !== value)
        : [...picked, value],
    );
  }

  const isActive = isMultiple && picked.length > 0;
  return (
    <>
      <ButtonBase
        ref={anchor}
        className={isActive ? classes.active : classes.button}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      >
        <span className={classes.label}>{label}</span>
        <span className={classes.value}>
          {describePicked(picked, options) ?? t('filter.any')}
        </span>
        <Icon name="dropDown" className={classes.arrow} />
      </ButtonBase>
      <Menu
        anchorEl={anchor.current}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        open={isOpen}
        onClose={() => setIsOpen(false)}
        MenuListProps={{ 'aria-label': label, dense: true }}
        PaperProps={{ style: { maxHeight: 420, minWidth: 200 } }}
        TransitionProps={{ onExited: () => setText('') }}
      >
        {options.length >= SEARCHABLE_FROM && (
          <li role="none" className={classes.search}>
            <InputBase
              // The menu was opened to choose: typing narrows it at once.
              // eslint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              fullWidth
              value={text}
              placeholder={t('filter.find')}
              inputProps={{ 'aria-label': t('filter.find') }}
              onChange={event => setText(event.target.value)}
              onKeyDown={event => {
                if (event.key !== 'Escape' && event.key !== 'ArrowDown') {
                  event.stopPropagation();
                }
              }}
            />
          </li>
        )}
        {found.slice(0, SHOWN_OPTIONS).map(option => {
          const isPicked = picked.includes(option.value);
          return (
            <MenuItem
              key={option.value}
              role={isMultiple ? 'menuitemcheckbox' : 'menuitemradio'}
              aria-checked={isPicked}
              selected={!isMultiple && isPicked}
              onClick={() => toggle(option.value)}
            >
              {isMultiple && (
                <Checkbox
                  checked={isPicked}
                  size="small"
                  color="primary"
                  disableRipple
                  tabIndex={-1}
                  className={classes.checkbox}
                  inputProps={{ 'aria-hidden': true, tabIndex: -1 }}
                />
              )}
              {option.label}
            </MenuItem>
          );
        })}
        {found.length === 0 && (
          <MenuItem disabled>{t('filter.nothingFound')}</MenuItem>
        )}
        {found.length > SHOWN_OPTIONS && (
          <MenuItem disabled>
            {t('filter.more', { count: found.length - SHOWN_OPTIONS })}
          </MenuItem>
        )}
      </Menu>
    </>
  );
}

function findOptions(
  options: readonly PickOption[],
  text: string,
): readonly PickOption[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted === '') return options;
  return options.filter(option =>
    option.label.toLocaleLowerCase().includes(wanted),
  );
}

function describePicked(
  picked: readonly string[],
  options: readonly PickOption[],
): string | undefined {
  const [first] = picked;
  if (first === undefined) return undefined;
  const label = options.find(option => option.value === first)?.label ?? first;
  return picked.length === 1 ? label : `${label} +${picked.length - 1}`;
}
