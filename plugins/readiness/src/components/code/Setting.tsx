import { makeStyles } from '@material-ui/core/styles';
import { monospace } from '../../theme/mixins';

const useStyles = makeStyles({
  code: { ...monospace, overflowWrap: 'anywhere' },
});

/** A name as it stands in a file: a subject, a setting, a path, an id. */
export function Setting(props: { readonly children: string }) {
  const classes = useStyles();
  return <code className={classes.code}>{props.children}</code>;
}

const CODE_SPAN = /`([^`]+)`/;

/** A sentence whose `quoted` parts are settings. */
export function Sentence(props: { readonly children: string }) {
  const parts = props.children.split(CODE_SPAN);
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 1 ? <Setting key={index}>{part}</Setting> : part,
      )}
    </>
  );
}
