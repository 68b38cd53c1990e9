/**
 * The script of user data: launch templates take it in base64
 * (`base64encode(file(…))`), of which no shell makes sense.
 */
export function decodeUserData(text: string): string {
  const packed = text.trim();
  if (packed.length < 16 || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return text;
  const script = Buffer.from(packed, 'base64').toString('utf8');
  return /^(#|Content-Type:|MIME-Version:)/.test(script.trimStart())
    ? script
    : text;
}
