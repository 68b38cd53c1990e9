/** Rows as comma-separated values that spreadsheets open without surprises. */
export function buildCsv(
  rows: readonly (readonly (string | number | undefined)[])[],
): string {
  return `${rows.map(row => row.map(formatField).join(',')).join('\r\n')}\r\n`;
}

/** Text that begins like a formula is text all the same. */
function formatField(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Hands a text to the browser as a file. */
export function downloadCsv(name: string, text: string) {
  const url = URL.createObjectURL(
    new Blob([`\uFEFF${text}`], { type: 'text/csv;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
