/** Whether a text is a full entity reference, `kind:namespace/name`. */
export function isEntityRef(text: string): boolean {
  return /^[a-z][a-z0-9-]*:[a-z0-9]([a-z0-9-]*[a-z0-9])?\/[a-z0-9]([\w.-]*[a-z0-9])?$/i.test(
    text,
  );
}
